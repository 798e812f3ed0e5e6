// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/convolution.h"

#include "core/tensor/simd.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inkling {
namespace {

// Of 16 vector registers, one is for a number of the image and one for each kernel column.
template <int kTogether>
constexpr int kMostPixels = kTogether == 5 ? 14 : std::min(12, 15 - kTogether);
// Sums of a gradient that are held together: 9 or 10 hide the latency of a multiply-add.
template <int kTogether>
constexpr int kMostRows = std::min(3, 10 / kTogether);
// Pixels whose gradients are held beside them.
constexpr int kGradientPixels = 4;
// Independent sums over pixels.
constexpr int kPixelSums = 4;

/// Calls visit.operator()<columns that are taken together>().
template <typename Visit>
void withTogether(int together, const Visit& visit) {
  if (together == 1) visit.template operator()<1>();
  if (together == 2) visit.template operator()<2>();
  if (together == 3) visit.template operator()<3>();
  if (together == 5) visit.template operator()<5>();
}

template <typename Scalar>
struct RowTile {
  Taps taps;
  const Scalar* weight;
  const Scalar* bias;
  StridedImage<const Scalar> image;
  StridedImage<Scalar> target;
};

/// kPixels pixels of one row. What the first kFirst and the last kLast columns of the image hold is
/// known to be zero.
template <typename Scalar, int kTogether, int kPixels, int kFirst, int kLast>
void convolveTile(const RowTile<Scalar>& t) {
  using V = Simd<Scalar>;
  typename V::Pack sums[kPixels];
  for (auto& sum : sums) sum = V::load(t.bias);
  const Scalar* weight = t.weight;
  const Index step = kTogether > 1 ? t.image.pixel : t.taps.stride * t.image.pixel;
  for (int row = 0; row < t.taps.rows; ++row)
    for (int column = 0; column < t.taps.columns; column += kTogether) {
      const Scalar* const corner = t.image.data + row * t.image.row + column * t.image.pixel;
      for (Index c = 0; c < t.taps.channels; ++c, weight += kTogether * V::kLanes) {
        typename V::Pack w[kTogether];
#pragma GCC unroll 5
        for (int k = 0; k < kTogether; ++k) w[k] = V::load(weight + k * V::kLanes);
        const Scalar* from = corner + c + kFirst * step;
#pragma GCC unroll 18
        for (int i = kFirst; i < kPixels + kTogether - 1 - kLast; ++i, from += step) {
          const typename V::Pack x = V::broadcast(*from);
#pragma GCC unroll 5
          for (int k = 0; k < kTogether; ++k)
            if (i - k >= 0 && i - k < kPixels) sums[i - k] = V::multiplyAdd(w[k], x, sums[i - k]);
        }
      }
    }
#pragma GCC unroll 14
  for (int p = 0; p < kPixels; ++p) V::store(t.target.data + p * t.target.pixel, sums[p]);
}

template <typename Scalar>
using TileFunction = void (*)(const RowTile<Scalar>&);

/// By the number of pixels, from one on.
template <typename Scalar, int kTogether, int kFirst, int kLast>
TileFunction<Scalar> tileFunction(int pixels) {
  static constexpr auto kFunctions = []<int... kPixels>(std::integer_sequence<int, kPixels...>) {
    return std::array{&convolveTile<Scalar, kTogether, kPixels + 1, kFirst, kLast>...};
  }
  (std::make_integer_sequence<int, kMostPixels<kTogether>>());
  return kFunctions[static_cast<std::size_t>(pixels - 1)];
}

/// With `bordered` the image begins and ends with as many zero columns as a kernel reaches over an
/// edge.
template <typename Scalar, int kTogether>
void convolveRow(int width, bool bordered, RowTile<Scalar> tile) {
  constexpr int kBorder = kTogether - 1;
  const int tiles = (width + kMostPixels<kTogether> - 1) / kMostPixels<kTogether>;
  int wider = width % tiles;
  for (int i = 0; i < tiles; ++i) {
    const int pixels = width / tiles + (wider-- > 0 ? 1 : 0);
    const bool first = bordered && i == 0;
    const bool last = bordered && i == tiles - 1;
    auto function = tileFunction<Scalar, kTogether, 0, 0>(pixels);
    if (first && !last) function = tileFunction<Scalar, kTogether, kBorder, 0>(pixels);
    if (last && !first) function = tileFunction<Scalar, kTogether, 0, kBorder>(pixels);
    if (first && last) function = tileFunction<Scalar, kTogether, kBorder, kBorder>(pixels);
    function(tile);
    tile.image.data += pixels * tile.taps.stride * tile.image.pixel;
    tile.target.data += pixels * tile.target.pixel;
  }
}

/// What kRows rows of the kernel and kTogether columns get from kPixels pixels. More than one pixel
/// only with stride 1.
template <typename Scalar, int kTogether, int kRows, int kPixels>
[[gnu::always_inline]] inline void addPixels(
    const Scalar* gradient, Index gradientPixel, const Scalar* image, Index row, Index pixel,
    typename Simd<Scalar>::Pack (&sums)[kRows][kTogether]) {
  using V = Simd<Scalar>;
  typename V::Pack g[kPixels];
#pragma GCC unroll 4
  for (int p = 0; p < kPixels; ++p) g[p] = V::load(gradient + p * gradientPixel);
#pragma GCC unroll 3
  for (int r = 0; r < kRows; ++r) {
    const Scalar* from = image + r * row;
#pragma GCC unroll 8
    for (int i = 0; i < kPixels + kTogether - 1; ++i, from += pixel) {
      const typename V::Pack x = V::broadcast(*from);
#pragma GCC unroll 4
      for (int p = 0; p < kPixels; ++p)
        if (i - p >= 0 && i - p < kTogether)
          sums[r][i - p] = V::multiplyAdd(g[p], x, sums[r][i - p]);
    }
  }
}

/// kRows rows of the kernel, kTogether columns.
template <typename Scalar, int kTogether, int kRows>
void sumTaps(int stride, Index rows, Index width, const StridedImage<const Scalar>& gradient,
             const StridedImage<const Scalar>& image, int columns, Scalar* to) {
  using V = Simd<Scalar>;
  typename V::Pack sums[kRows][kTogether] = {};
  const Index together = stride == 1 ? width - width % kGradientPixels : 0;
  for (Index y = 0; y < rows; ++y) {
    const Scalar* g = gradient.data + y * gradient.row;
    const Scalar* from = image.data + y * stride * image.row;
    for (Index x = 0; x < together; x += kGradientPixels) {
      addPixels<Scalar, kTogether, kRows, kGradientPixels>(g, gradient.pixel, from, image.row,
                                                           image.pixel, sums);
      g += kGradientPixels * gradient.pixel;
      from += kGradientPixels * image.pixel;
    }
    for (Index x = together; x < width; ++x, g += gradient.pixel, from += stride * image.pixel)
      addPixels<Scalar, kTogether, kRows, 1>(g, gradient.pixel, from, image.row, image.pixel, sums);
  }
#pragma GCC unroll 3
  for (int r = 0; r < kRows; ++r)
#pragma GCC unroll 5
    for (int k = 0; k < kTogether; ++k) V::store(to + (r * columns + k) * V::kLanes, sums[r][k]);
}

}  // namespace

Taps tapsFor(int kernel, Index channels, int stride) {
  int together = 1;
  for (const int columns : {2, 3, 5})
    if (stride == 1 && kernel % columns == 0) together = columns;
  return {kernel, kernel, channels, stride, together, false};
}

template <typename Scalar>
void convolve(const Taps& taps, Index rows, Index width, const Scalar* weight, const Scalar* bias,
              StridedImage<const Scalar> image, StridedImage<Scalar> target) {
  withTogether(taps.together, [&]<int kTogether> {
    RowTile<Scalar> tile{taps, weight, bias, image, target};
    const bool bordered = taps.bordered && taps.columns == kTogether && kTogether > 1;
    for (Index row = 0; row < rows; ++row) {
      convolveRow<Scalar, kTogether>(static_cast<int>(width), bordered, tile);
      tile.image.data += taps.stride * image.row;
      tile.target.data += target.row;
    }
  });
}

template <typename Scalar>
void convolveGradient(const Taps& taps, Index rows, Index width,
                      StridedImage<const Scalar> gradient, StridedImage<const Scalar> image,
                      Scalar* sums) {
  withTogether(taps.together, [&]<int kTogether> {
    constexpr int kRows = kMostRows<kTogether>;
    for (int column = 0; column < taps.columns; column += kTogether)
      for (int row = 0; row < taps.rows;) {
        StridedImage<const Scalar> from = image;
        from.data += row * image.row + column * image.pixel;
        Scalar* const to = sums + (row * taps.columns + column) * Simd<Scalar>::kLanes;
        const bool several = row + kRows <= taps.rows;
        const auto sum =
            several ? &sumTaps<Scalar, kTogether, kRows> : &sumTaps<Scalar, kTogether, 1>;
        sum(taps.stride, rows, width, gradient, from, taps.columns, to);
        row += several ? kRows : 1;
      }
  });
}

template <typename Scalar>
void sumPixels(Index rows, Index width, StridedImage<const Scalar> gradient, Scalar* sum) {
  using V = Simd<Scalar>;
  typename V::Pack sums[kPixelSums] = {};
  for (Index y = 0; y < rows; ++y) {
    const Scalar* g = gradient.data + y * gradient.row;
    Index x = 0;
    for (; x + kPixelSums <= width; x += kPixelSums)
      for (auto& each : sums) {
        each += V::load(g);
        g += gradient.pixel;
      }
    for (; x < width; ++x, g += gradient.pixel) sums[0] += V::load(g);
  }
  V::store(sum, (sums[0] + sums[1]) + (sums[2] + sums[3]));
}

template INKLING_CORE_API void convolve(const Taps&, Index, Index, const float*, const float*,
                                        StridedImage<const float>, StridedImage<float>);
template INKLING_CORE_API void convolve(const Taps&, Index, Index, const double*, const double*,
                                        StridedImage<const double>, StridedImage<double>);
template INKLING_CORE_API void convolveGradient(const Taps&, Index, Index,
                                                StridedImage<const float>,
                                                StridedImage<const float>, float*);
template INKLING_CORE_API void convolveGradient(const Taps&, Index, Index,
                                                StridedImage<const double>,
                                                StridedImage<const double>, double*);
template INKLING_CORE_API void sumPixels(Index, Index, StridedImage<const float>, float*);
template INKLING_CORE_API void sumPixels(Index, Index, StridedImage<const double>, double*);

}  // namespace inkling
