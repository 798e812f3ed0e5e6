// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/tensor/types.h"

namespace inkling {

/// The terms that a convolution sums for one output pixel. Kernel columns are taken `together` at a
/// time: with stride 1 a number of the image that is loaded once serves several pixels.
struct Taps {
  int rows;
  int columns;
  Index channels;
  int stride;
  int together;
  bool bordered;  ///< the outermost columns−1 columns of the image on either side are zero
};

/// For a square kernel.
INKLING_CORE_API Taps tapsFor(int kernel, Index channels, int stride);

/// An image, channel last: element (y, x, c) stands at data[y·row + x·pixel + c].
template <typename Scalar>
struct StridedImage {
  Scalar* data;
  Index row;
  Index pixel;
};

/// target = bias + weight ⋆ image for rows × width output pixels and one vector of output channels,
/// on the calling thread. `weight` holds one vector for each term, ordered [kernel row][group of
/// columns][input channel][column], `bias` is one vector. The image has no border left to add.
/// Pixels are written one after the other, as whole vectors.
///
/// A row of the kernel and about ten pixels stay in registers: half the loads of a matrix product,
/// and no im2col. The order of summation depends on the taps alone.
template <typename Scalar>
INKLING_CORE_API void convolve(const Taps& taps, Index rows, Index width, const Scalar* weight,
                               const Scalar* bias, StridedImage<const Scalar> image,
                               StridedImage<Scalar> target);

/// sums = Σ gradient · image over rows × width output pixels, for one vector of output channels and
/// one input channel: one vector for each element of the kernel, row by row.
template <typename Scalar>
INKLING_CORE_API void convolveGradient(const Taps& taps, Index rows, Index width,
                                       StridedImage<const Scalar> gradient,
                                       StridedImage<const Scalar> image, Scalar* sums);

/// sum = Σ gradient over rows × width pixels, for one vector of channels.
template <typename Scalar>
INKLING_CORE_API void sumPixels(Index rows, Index width, StridedImage<const Scalar> gradient,
                                Scalar* sum);

}  // namespace inkling
