// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer.h"
#include "core/tensor/convolution.h"
#include "core/tensor/simd.h"

#include <algorithm>

namespace inkling {

/// Vectors that hold so many channels.
template <typename Scalar>
Index vectorsFor(Index channels) {
  return (channels + Simd<Scalar>::kLanes - 1) / Simd<Scalar>::kLanes;
}

/// Elements of a weight in whole vectors of `outputs` channels.
template <typename Scalar>
Index packedSize(const Taps& taps, Index outputs) {
  return taps.rows * taps.columns * taps.channels * vectorsFor<Scalar>(outputs) *
         Simd<Scalar>::kLanes;
}

/// Copies a weight into whole vectors of `outputs` channels in the order that convolve() takes;
/// at(output, row, column, channel) is an element of it.
template <typename Scalar, typename Element>
void packWeight(const Taps& taps, Index outputs, Scalar* to, const Element& at) {
  constexpr Index kLanes = Simd<Scalar>::kLanes;
  for (Index first = 0; first < outputs; first += kLanes)
    for (int row = 0; row < taps.rows; ++row)
      for (int group = 0; group < taps.columns; group += taps.together)
        for (Index c = 0; c < taps.channels; ++c)
          for (int column = group; column < group + taps.together; ++column, to += kLanes)
            for (Index lane = 0; lane < kLanes; ++lane)
              to[lane] = first + lane < outputs ? at(first + lane, row, column, c) : Scalar(0);
}

/// Part of a convolution: some rows of an image of `width` pixels of `channels` channels.
template <typename Scalar>
struct ConvolvedRows {
  Taps taps;
  Index rows, width, channels;
  const Scalar* weight;
  Index weightStride;  ///< between vectors of channels
  const Scalar* bias;
  Index biasStride;
  StridedImage<const Scalar> image;
  StridedImage<Scalar> target;
  Index behind;  ///< elements of the same image behind the last of these rows
  Scalar* edge;  ///< room for a row of vectors
};

/// One row of a vector that is not whole, stored without what runs over.
template <typename Scalar>
void convolveEdge(const ConvolvedRows<Scalar>& part, Index vector, Index row) {
  constexpr Index kLanes = Simd<Scalar>::kLanes;
  StridedImage<const Scalar> image = part.image;
  image.data += row * part.taps.stride * image.row;
  convolve<Scalar>(part.taps, 1, part.width, part.weight + vector * part.weightStride,
                   part.bias + vector * part.biasStride, image, {part.edge, 0, kLanes});
  Scalar* const to = part.target.data + row * part.target.row + vector * kLanes;
  for (Index x = 0; x < part.width; ++x)
    std::copy_n(part.edge + x * kLanes, part.channels - vector * kLanes,
                to + x * part.target.pixel);
}

/// Vectors of channels are computed one after the other, the last one first: if it is not whole it
/// runs over into the next pixels, whose first channels are computed later. Behind the image's end
/// nothing is written.
template <typename Scalar>
void convolveRows(const ConvolvedRows<Scalar>& part) {
  constexpr Index kLanes = Simd<Scalar>::kLanes;
  for (Index v = vectorsFor<Scalar>(part.channels); v-- > 0;) {
    const Index over = std::max<Index>(0, (v + 1) * kLanes - part.channels - part.behind);
    const Index edge = std::min(part.rows, (over + part.target.row - 1) / part.target.row);
    StridedImage<Scalar> target = part.target;
    target.data += v * kLanes;
    convolve<Scalar>(part.taps, part.rows - edge, part.width, part.weight + v * part.weightStride,
                     part.bias + v * part.biasStride, part.image, target);
    for (Index row = part.rows - edge; row < part.rows; ++row) convolveEdge(part, v, row);
  }
}

/// target = beta·target + alpha·sums for the channels of one vector and each of `columns` columns.
template <typename Scalar>
void addSums(const Scalar* sums, Index columns, Index channels,
             const GradientTarget<Scalar>& target, Scalar* to, Index columnStride) {
  for (Index k = 0; k < columns; ++k, sums += Simd<Scalar>::kLanes, to += columnStride)
    for (Index i = 0; i < channels; ++i)
      to[i] = target.alpha * sums[i] + (target.beta == 0 ? Scalar(0) : target.beta * to[i]);
}

}  // namespace inkling
