// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/maxpool2d.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace inkling {
namespace {

/// Maxima of one output pixel over `channels`; `at`, if wanted, gets the window position of each.
template <typename Scalar>
void poolPixel(const Scalar* window, const LayerSpec& spec, Index rowStride, Index channels,
               Scalar* maxima, std::uint8_t* at) {
  if (spec.kernel == 2) {
    const Scalar* below = window + rowStride;
    for (Index c = 0; c < channels; ++c) {
      const Scalar a = window[c];
      const Scalar b = window[c + channels];
      const Scalar d = below[c];
      const Scalar e = below[c + channels];
      const Scalar top = b > a ? b : a;
      const Scalar bottom = e > d ? e : d;
      const int topAt = b > a ? 1 : 0;
      const int bottomAt = e > d ? 3 : 2;
      maxima[c] = bottom > top ? bottom : top;
      at[c] = static_cast<std::uint8_t>(bottom > top ? bottomAt : topAt);
    }
    return;
  }
  std::copy_n(window, channels, maxima);
  std::fill_n(at, channels, std::uint8_t(0));
  for (int i = 1; i < spec.kernel * spec.kernel; ++i) {
    const Scalar* from = window + i / spec.kernel * rowStride + i % spec.kernel * channels;
    for (Index c = 0; c < channels; ++c) {
      at[c] = from[c] > maxima[c] ? static_cast<std::uint8_t>(i) : at[c];
      maxima[c] = from[c] > maxima[c] ? from[c] : maxima[c];
    }
  }
}

/// Calls each(output offset, window offset) for every output pixel.
template <typename Each>
void forEachPixel(const LayerSpec& spec, Shape in, Shape out, const Each& each) {
  for (Index y = 0; y < out.height; ++y)
    for (Index x = 0; x < out.width; ++x)
      each((y * out.width + x) * out.channels,
           (y * spec.stride * in.width + x * spec.stride) * in.channels);
}

}  // namespace

template <typename Scalar>
void MaxPool2d<Scalar>::doForward(const Pass&, const Block& block, Columns<const Scalar> x,
                                  Columns<Scalar> y, const Workspace& work) const {
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  auto* memory = reinterpret_cast<std::uint8_t*>(work.memory);
  for (Index s = block.sample; s < block.sample + block.samples; ++s)
    forEachPixel(this->spec(), in, out, [&](Index to, Index from) {
      poolPixel(x.column(s) + from, this->spec(), Index(in.width) * in.channels, in.channels,
                y.column(s) + to, memory + s * out.size() + to);
    });
}

template <typename Scalar>
void MaxPool2d<Scalar>::doBackwardInput(const Pass&, const Block& block, Columns<const Scalar> x,
                                        Columns<const Scalar> y, Columns<const Scalar> dy,
                                        Columns<Scalar> dx, const Workspace& work) const {
  const LayerSpec& spec = this->spec();
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  const auto* memory = reinterpret_cast<const std::uint8_t*>(work.memory);
  const bool covers = spec.stride == spec.kernel && in.height == out.height * spec.stride &&
                      in.width == out.width * spec.stride;
  const bool overlaps = spec.stride < spec.kernel;
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    if (!covers) std::fill_n(dx.column(s), dx.rows, Scalar(0));
    forEachPixel(spec, in, out, [&](Index from, Index to) {
      const Scalar* gradient = dy.column(s) + from;
      const Scalar* maximum = y.column(s) + from;
      const std::uint8_t* at = memory + s * out.size() + from;
      for (int i = 0; i < spec.kernel * spec.kernel; ++i) {
        const Index offset =
            to + (i / spec.kernel * Index(in.width) + i % spec.kernel) * in.channels;
        const Scalar* value = x.column(s) + offset;
        Scalar* target = dx.column(s) + offset;
        if (spec.allTies)
          for (Index c = 0; c < in.channels; ++c)
            target[c] = (overlaps ? target[c] : 0) + (value[c] == maximum[c] ? gradient[c] : 0);
        else if (overlaps)
          for (Index c = 0; c < in.channels; ++c) target[c] += at[c] == i ? gradient[c] : 0;
        else
          for (Index c = 0; c < in.channels; ++c) target[c] = at[c] == i ? gradient[c] : 0;
      }
    });
  }
}

template class MaxPool2d<float>;
template class MaxPool2d<double>;

}  // namespace inkling
