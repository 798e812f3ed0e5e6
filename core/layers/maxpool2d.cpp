// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/maxpool2d.h"

#include "core/tensor/simd.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace inkling {
namespace {

/// Positions in a window, as wide as the numbers: no conversion between vectors of both.
template <typename Scalar>
using Position = std::conditional_t<sizeof(Scalar) == 4, std::int32_t, std::int64_t>;

/// `count` windows side by side in an image: kernel×kernel pixels each, `step` elements apart.
template <typename Kernel>
struct Windows {
  Kernel kernel;  ///< a constant, if it can be
  Index channels;
  Index row;  ///< elements of a row of the image
  Index step;
  Index count;
};

/// Some channels of one pixel at once, in the compiler's vector types. Pixels stand at any address.
template <typename Scalar, int kLanes>
struct Channels {
  typedef Scalar Pack __attribute__((vector_size(kLanes * sizeof(Scalar))));
  typedef Position<Scalar> Positions __attribute__((vector_size(kLanes * sizeof(Scalar))));

  static Pack load(const Scalar* from) {
    Pack value;
    std::memcpy(&value, from, sizeof value);
    return value;
  }
  static Positions load(const Position<Scalar>* from) {
    Positions value;
    std::memcpy(&value, from, sizeof value);
    return value;
  }
  static void store(Scalar* to, Pack value) { std::memcpy(to, &value, sizeof value); }
  static void store(Position<Scalar>* to, Positions value) {
    std::memcpy(to, &value, sizeof value);
  }

  /// The maxima over `count` windows side by side and the position in its window of each; with
  /// kRectifies what ReLU makes of them: no position gets a gradient where that is 0.
  template <bool kRectifies, typename Kernel>
  static void pool(const Windows<Kernel>& windows, const Scalar* image, Scalar* maxima,
                   Position<Scalar>* positions) {
    for (Index i = 0; i < windows.count; ++i) {
      Pack best{};
      Positions position{};
      for (int row = 0; row < windows.kernel; ++row) {
        Pack value = load(image + row * windows.row);
        Positions where = Positions{} + row * windows.kernel;
        for (int column = 1; column < windows.kernel; ++column)
          take(load(image + row * windows.row + column * windows.channels),
               Positions{} + (row * windows.kernel + column), value, where);
        if (row > 0)
          take(value, where, best, position);
        else
          best = value, position = where;
      }
      if (kRectifies) {
        position = best > Pack{} ? position : Positions{} - 1;
        best = Pack{} > best ? Pack{} : best;
      }
      store(maxima, best);
      store(positions, position);
      image += windows.step;
      maxima += windows.channels;
      positions += windows.channels;
    }
  }

  /// Gives each gradient to the position of the maximum, 0 to the rest of its window; or adds it
  /// there.
  template <bool kAdd, typename Kernel>
  static void spread(const Windows<Kernel>& windows, const Scalar* gradient,
                     const Position<Scalar>* positions, Scalar* image) {
    for (Index i = 0; i < windows.count; ++i) {
      const Positions position = load(positions);
      const Pack value = load(gradient);
      for (int row = 0; row < windows.kernel; ++row)
        for (int column = 0; column < windows.kernel; ++column) {
          Scalar* const to = image + row * windows.row + column * windows.channels;
          const Positions here = Positions{} + (row * windows.kernel + column);
          const Pack share = position == here ? value : Pack{};
          store(to, kAdd ? load(to) + share : share);
        }
      image += windows.step;
      gradient += windows.channels;
      positions += windows.channels;
    }
  }

private:
  /// `value` becomes the best one where it is larger.
  static void take(Pack value, Positions where, Pack& best, Positions& position) {
    const Positions better = value > best;
    best = better ? value : best;
    position = better ? where : position;
  }
};

template <typename Scalar>
Index wholeVectors(Index channels) {
  constexpr Index kLanes = Simd<Scalar>::kLanes;
  return (channels + kLanes - 1) / kLanes * kLanes;
}

/// Calls each<lanes>(channel) for all channels: as many as possible a vector at a time, then four,
/// then one. With `over`, vectors may run over into the next pixel, and the last one comes first.
template <typename Scalar, typename Each>
void forEachChannels(Index channels, bool over, const Each& each) {
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

/// Calls each<lanes>(output offset, image offset, count) for windows side by side, until all
/// channels of all of them had their turn. over(output offset, image offset) tells how many windows
/// of a row may be taken with vectors that run over into the next pixel.
template <typename Scalar, typename Over, typename Each>
void forEachRun(const LayerSpec& spec, Shape in, Shape out, const Over& over, const Each& each) {
  const Index channels = in.channels;
  for (Index y = 0; y < out.height; ++y) {
    const Index to = y * out.width * channels;
    const Index from = y * spec.stride * in.width * channels;
    const Index first = over(to, from);
    forEachChannels<Scalar>(channels, true, [&]<int kLanes>(Index c) {
      each.template operator()<kLanes>(to + c, from + c, first);
    });
    const Index behind = from + first * spec.stride * channels;
    forEachChannels<Scalar>(channels, false, [&]<int kLanes>(Index c) {
      each.template operator()<kLanes>(to + first * channels + c, behind + c, out.width - first);
    });
  }
}

/// How many of `count` places, `step` apart from `first` on, are not behind `last`.
Index placesUpTo(Index last, Index first, Index step, Index count) {
  return last < first ? 0 : std::min(count, (last - first) / step + 1);
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
  const Index step = this->spec().stride * Index(in.channels);
  const auto over = [&](Index to, Index from) {
    return std::min(placesUpTo(lastTo, to, in.channels, out.width),
                    placesUpTo(lastFrom, from, step, out.width));
  };
  // What runs over into the next pixel is overwritten by it.
  withKernel(this->spec().kernel, [&](auto kernel) {
    for (Index s = block.sample; s < block.sample + block.samples; ++s) {
      auto* const positions = reinterpret_cast<Position<Scalar>*>(work.memory) + s * out.size();
      const auto pool = [&]<int kLanes>(Index to, Index from, Index count) {
        using Lanes = Channels<Scalar, kLanes>;
        const Windows<decltype(kernel)> windows{kernel, in.channels, row, step, count};
        const auto function = work.rectifies ? &Lanes::template pool<true, decltype(kernel)>
                                             : &Lanes::template pool<false, decltype(kernel)>;
        function(windows, x.column(s) + from, y.column(s) + to, positions + to);
      };
      forEachRun<Scalar>(this->spec(), in, out, over, pool);
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
  const Index step = this->spec().stride * Index(in.channels);
  // Behind a row comes one that has been written already.
  const Index last =
      row - wholeVectors<Scalar>(in.channels) - (this->spec().kernel - 1) * Index(in.channels);
  const Index first = covers ? placesUpTo(last, 0, step, out.width) : 0;
  withKernel(this->spec().kernel, [&](auto kernel) {
    const auto spread = [&]<int kLanes>(Index from, Index to, Index count) {
      Channels<Scalar, kLanes>::template spread<kAdd>(
          Windows<decltype(kernel)>{kernel, in.channels, row, step, count}, dy + from,
          positions + from, dx + to);
    };
    forEachRun<Scalar>(
        this->spec(), in, out, [&](Index, Index) { return first; }, spread);
  });
}

/// Every position that equals the maximum gets the whole gradient; dx holds zeros or what earlier
/// windows gave.
template <typename Scalar>
void MaxPool2d<Scalar>::spreadToTies(const Scalar* x, const Scalar* y, const Scalar* dy,
                                     Scalar* dx) const {
  const LayerSpec& spec = this->spec();
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  const bool adds = spec.stride < spec.kernel;
  for (Index pixel = 0; pixel < Index(out.height) * out.width; ++pixel) {
    const Index from = pixel * in.channels;
    const Index to = (pixel / out.width * in.width + pixel % out.width) * spec.stride * in.channels;
    for (int i = 0; i < spec.kernel * spec.kernel; ++i) {
      const Index offset = to + (i / spec.kernel * Index(in.width) + i % spec.kernel) * in.channels;
      for (Index c = 0; c < in.channels; ++c) {
        const Scalar share = x[offset + c] == y[from + c] ? dy[from + c] : Scalar(0);
        dx[offset + c] = adds ? dx[offset + c] + share : share;
      }
    }
  }
}

template class MaxPool2d<float>;
template class MaxPool2d<double>;

}  // namespace inkling
