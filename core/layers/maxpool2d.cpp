// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/maxpool2d.h"

#include <algorithm>
#include <cstdint>

namespace inkling {
namespace {

/// Some channels of one pixel at once, in the compiler's vector types.
template <typename Scalar, int kLanes>
struct Channels {
  typedef Scalar Pack
      __attribute__((vector_size(kLanes * sizeof(Scalar)), aligned(sizeof(Scalar)), may_alias));
  typedef std::uint8_t Bytes __attribute__((vector_size(kLanes), aligned(1), may_alias));
  using Mask = decltype(Pack{} < Pack{});

  static const Pack& at(const Scalar* p) { return *reinterpret_cast<const Pack*>(p); }
  static Pack& at(Scalar* p) { return *reinterpret_cast<Pack*>(p); }

  /// The maxima over a window and the position in it of each.
  static void pool(const Scalar* window, int kernel, Index rowStride, Index channels,
                   Scalar* maxima, std::uint8_t* positions) {
    Pack best = at(window);
    Mask position{};
    for (int i = 1; i < kernel * kernel; ++i) {
      const Pack value = at(window + i / kernel * rowStride + i % kernel * channels);
      const Mask better = value > best;
      best = better ? value : best;
      position = better ? Mask{} + i : position;
    }
    at(maxima) = best;
    *reinterpret_cast<Bytes*>(positions) = __builtin_convertvector(position, Bytes);
  }

  /// Gives the gradient to the position of the maximum, 0 to the rest of the window.
  template <bool kAdd>
  static void spread(const Scalar* gradient, const std::uint8_t* positions, int kernel,
                     Index rowStride, Index channels, Scalar* window) {
    const Mask position = __builtin_convertvector(*reinterpret_cast<const Bytes*>(positions), Mask);
    const Pack value = at(gradient);
    for (int i = 0; i < kernel * kernel; ++i) {
      Pack& to = at(window + i / kernel * rowStride + i % kernel * channels);
      const Pack share = position == Mask{} + i ? value : Pack{};
      to = kAdd ? to + share : share;
    }
  }
};

/// Calls each<lanes>(channel) for all channels: as many as possible eight at a time, then four,
/// then one.
template <typename Each>
void forEachChannels(Index channels, const Each& each) {
  Index c = 0;
  for (; c + 8 <= channels; c += 8) each.template operator()<8>(c);
  for (; c + 4 <= channels; c += 4) each.template operator()<4>(c);
  for (; c < channels; ++c) each.template operator()<1>(c);
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
  const int kernel = this->spec().kernel;
  const Index row = Index(in.width) * in.channels;
  auto* memory = reinterpret_cast<std::uint8_t*>(work.memory);
  for (Index s = block.sample; s < block.sample + block.samples; ++s)
    forEachPixel(this->spec(), in, out, [&](Index to, Index from) {
      forEachChannels(in.channels, [&]<int kLanes>(Index c) {
        Channels<Scalar, kLanes>::pool(x.column(s) + from + c, kernel, row, in.channels,
                                       y.column(s) + to + c, memory + s * out.size() + to + c);
      });
    });
}

template <typename Scalar>
void MaxPool2d<Scalar>::doBackwardInput(const Pass&, const Block& block, Columns<const Scalar> x,
                                        Columns<const Scalar> y, Columns<const Scalar> dy,
                                        Columns<Scalar> dx, const Workspace& work) const {
  const LayerSpec& spec = this->spec();
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  const Index row = Index(in.width) * in.channels;
  const auto* memory = reinterpret_cast<const std::uint8_t*>(work.memory);
  const bool tiles = spec.stride == spec.kernel;
  const bool covers =
      tiles && in.height == out.height * spec.stride && in.width == out.width * spec.stride;
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    if (!covers) std::fill_n(dx.column(s), dx.rows, Scalar(0));
    if (spec.allTies) {
      spreadToTies(x.column(s), y.column(s), dy.column(s), dx.column(s));
      continue;
    }
    forEachPixel(spec, in, out, [&](Index from, Index to) {
      forEachChannels(in.channels, [&]<int kLanes>(Index c) {
        const auto spread = tiles ? &Channels<Scalar, kLanes>::template spread<false>
                                  : &Channels<Scalar, kLanes>::template spread<true>;
        spread(dy.column(s) + from + c, memory + s * out.size() + from + c, spec.kernel, row,
               in.channels, dx.column(s) + to + c);
      });
    });
  }
}

/// Every position that equals the maximum gets the whole gradient; dx holds zeros or what earlier
/// windows gave.
template <typename Scalar>
void MaxPool2d<Scalar>::spreadToTies(const Scalar* x, const Scalar* y, const Scalar* dy,
                                     Scalar* dx) const {
  const LayerSpec& spec = this->spec();
  const Shape in = this->inputShape();
  const bool adds = spec.stride < spec.kernel;
  forEachPixel(spec, in, this->outputShape(), [&](Index from, Index to) {
    for (int i = 0; i < spec.kernel * spec.kernel; ++i) {
      const Index offset = to + (i / spec.kernel * Index(in.width) + i % spec.kernel) * in.channels;
      for (Index c = 0; c < in.channels; ++c) {
        const Scalar share = x[offset + c] == y[from + c] ? dy[from + c] : Scalar(0);
        dx[offset + c] = adds ? dx[offset + c] + share : share;
      }
    }
  });
}

template class MaxPool2d<float>;
template class MaxPool2d<double>;

}  // namespace inkling
