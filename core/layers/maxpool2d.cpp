// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/maxpool2d.h"

#include "core/tensor/simd.h"

#include <algorithm>
#include <cstdint>
#include <type_traits>

namespace inkling {
namespace {

/// Positions in a window, as wide as the numbers: no conversion between vectors of both.
template <typename Scalar>
using Position = std::conditional_t<sizeof(Scalar) == 4, std::int32_t, std::int64_t>;

/// Some channels of one pixel at once, in the compiler's vector types.
template <typename Scalar, int kLanes>
struct Channels {
  typedef Scalar Pack
      __attribute__((vector_size(kLanes * sizeof(Scalar)), aligned(sizeof(Scalar)), may_alias));
  typedef Position<Scalar> Positions
      __attribute__((vector_size(kLanes * sizeof(Scalar)), aligned(sizeof(Scalar)), may_alias));

  static const Pack& at(const Scalar* p) { return *reinterpret_cast<const Pack*>(p); }
  static Pack& at(Scalar* p) { return *reinterpret_cast<Pack*>(p); }

  /// The maxima over a window and the position in it of each.
  [[gnu::always_inline]] static void pool(const Scalar* window, int kernel, Index rowStride,
                                          Index channels, Scalar* maxima,
                                          Position<Scalar>* positions) {
    Pack best = at(window);
    Positions position{};
    for (int row = 0; row < kernel; ++row)
      for (int column = 0; column < kernel; ++column) {
        const Pack value = at(window + row * rowStride + column * channels);
        const Positions better = value > best;
        best = better ? value : best;
        position = better ? Positions{} + (row * kernel + column) : position;
      }
    at(maxima) = best;
    *reinterpret_cast<Positions*>(positions) = position;
  }

  /// What ReLU makes of the maxima. No position gets a gradient where it is 0.
  [[gnu::always_inline]] static void rectify(Scalar* maxima, Position<Scalar>* positions) {
    const Pack value = at(maxima);
    Positions& position = *reinterpret_cast<Positions*>(positions);
    at(maxima) = Pack{} > value ? Pack{} : value;
    position = value > Pack{} ? position : Positions{} - 1;
  }

  /// Gives the gradient to the position of the maximum, 0 to the rest of the window; or adds it
  /// there.
  template <bool kAdd>
  [[gnu::always_inline]] static void spread(const Scalar* gradient,
                                            const Position<Scalar>* positions, int kernel,
                                            Index rowStride, Index channels, Scalar* window) {
    const Positions position = *reinterpret_cast<const Positions*>(positions);
    const Pack value = at(gradient);
    for (int row = 0; row < kernel; ++row)
      for (int column = 0; column < kernel; ++column) {
        Pack& to = at(window + row * rowStride + column * channels);
        const Pack share = position == Positions{} + (row * kernel + column) ? value : Pack{};
        to = kAdd ? to + share : share;
      }
  }
};

template <typename Scalar>
Index wholeVectors(Index channels) {
  constexpr Index kLanes = Simd<Scalar>::kLanes;
  return (channels + kLanes - 1) / kLanes * kLanes;
}

/// Calls each<lanes>(channel) for all channels: as many as possible a vector at a time, then four,
/// then one. With `over`, vectors may run over into the next pixel, and the last one comes first:
/// that pixel may belong to the same window.
template <typename Scalar, typename Each>
[[gnu::always_inline]] inline void forEachChannels(Index channels, bool over, const Each& each) {
  constexpr Index kLanes = Simd<Scalar>::kLanes;
  if (over) {
    for (Index c = (channels - 1) / kLanes * kLanes; c >= 0; c -= kLanes)
      each.template operator()<kLanes>(c);
    return;
  }
  Index c = 0;
  for (; c + kLanes <= channels; c += kLanes) each.template operator()<kLanes>(c);
  for (; c + 4 <= channels; c += 4) each.template operator()<4>(c);
  for (; c < channels; ++c) each.template operator()<1>(c);
}

/// Calls each(output offset, window offset, x) for every output pixel.
template <typename Each>
void forEachPixel(const LayerSpec& spec, Shape in, Shape out, const Each& each) {
  for (Index y = 0; y < out.height; ++y)
    for (Index x = 0; x < out.width; ++x)
      each((y * out.width + x) * out.channels,
           (y * spec.stride * in.width + x * spec.stride) * in.channels, x);
}

/// Calls call(kernel) with 2 as a constant, because that is what nearly all networks use.
template <typename Call>
void withKernel(int kernel, const Call& call) {
  if (kernel == 2)
    call(std::integral_constant<int, 2>());
  else
    call(kernel);
}

}  // namespace

template <typename Scalar>
Index MaxPool2d<Scalar>::memoryPerSample() const {
  return this->outputShape().size() * static_cast<Index>(sizeof(Position<Scalar>));
}

template <typename Scalar>
void MaxPool2d<Scalar>::doForward(const Pass&, const Block& block, Columns<const Scalar> x,
                                  Columns<Scalar> y, const Workspace& work) const {
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  const Index row = Index(in.width) * in.channels;
  // Where a whole vector of the window's last pixel, and one of the output, still end in the image.
  const Index lanes = wholeVectors<Scalar>(in.channels);
  const Index lastFrom = in.size() - lanes - (this->spec().kernel - 1) * (row + in.channels);
  const Index lastTo = out.size() - lanes;
  withKernel(this->spec().kernel, [&](auto kernel) {
    for (Index s = block.sample; s < block.sample + block.samples; ++s) {
      const Scalar* const image = x.column(s);
      Scalar* const maxima = y.column(s);
      auto* const positions = reinterpret_cast<Position<Scalar>*>(work.memory) + s * out.size();
      // What runs over into the next pixel is overwritten by it.
      forEachPixel(this->spec(), in, out, [&](Index to, Index from, Index) {
        const bool over = to <= lastTo && from <= lastFrom;
        forEachChannels<Scalar>(in.channels, over, [&]<int kLanes>(Index c) {
          using Lanes = Channels<Scalar, kLanes>;
          Lanes::pool(image + from + c, kernel, row, in.channels, maxima + to + c,
                      positions + to + c);
          if (work.rectifies) Lanes::rectify(maxima + to + c, positions + to + c);
        });
      });
    }
  });
}

template <typename Scalar>
void MaxPool2d<Scalar>::doBackwardInput(const Pass&, const Block& block, Columns<const Scalar> x,
                                        Columns<const Scalar> y, Columns<const Scalar> dy,
                                        Columns<Scalar> dx, const Workspace& work) const {
  const LayerSpec& spec = this->spec();
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  const bool tiles = spec.stride == spec.kernel;
  const bool covers =
      tiles && in.height == out.height * spec.stride && in.width == out.width * spec.stride;
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    if (!covers) std::fill_n(dx.column(s), dx.rows, Scalar(0));
    const auto* positions = reinterpret_cast<const Position<Scalar>*>(work.memory) + s * out.size();
    if (spec.allTies)
      spreadToTies(x.column(s), y.column(s), dy.column(s), dx.column(s));
    else if (tiles)
      spread<false>(dy.column(s), positions, covers, dx.column(s));
    else
      spread<true>(dy.column(s), positions, false, dx.column(s));
  }
}

template <typename Scalar>
template <bool kAdd, typename PositionType>
void MaxPool2d<Scalar>::spread(const Scalar* dy, const PositionType* positions, bool covers,
                               Scalar* dx) const {
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  const Index row = Index(in.width) * in.channels;
  withKernel(this->spec().kernel, [&](auto kernel) {
    // Behind a row comes one that has been written already.
    const Index lastInRow = row - wholeVectors<Scalar>(in.channels) - (kernel - 1) * in.channels;
    forEachPixel(this->spec(), in, out, [&](Index from, Index to, Index column) {
      const bool over = covers && column * this->spec().stride * in.channels <= lastInRow;
      forEachChannels<Scalar>(in.channels, over, [&]<int kLanes>(Index c) {
        Channels<Scalar, kLanes>::template spread<kAdd>(dy + from + c, positions + from + c, kernel,
                                                        row, in.channels, dx + to + c);
      });
    });
  });
}

/// Every position that equals the maximum gets the whole gradient; dx holds zeros or what earlier
/// windows gave.
template <typename Scalar>
void MaxPool2d<Scalar>::spreadToTies(const Scalar* x, const Scalar* y, const Scalar* dy,
                                     Scalar* dx) const {
  const LayerSpec& spec = this->spec();
  const Shape in = this->inputShape();
  const bool adds = spec.stride < spec.kernel;
  forEachPixel(spec, in, this->outputShape(), [&](Index from, Index to, Index) {
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
