// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/gemm.h"

#include "core/tensor/simd.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace inkling {
namespace {

// A tile of P is held in 12 of the 16 vector registers: 1×12, 2×6 or 3×4 vectors by columns. Twelve
// independent sums hide the latency of a fused multiply-add (4 cycles, 2 a cycle).
constexpr int kSums = 12;
// Terms summed before a tile goes back to memory: a panel of 16 rows and a tile of 6 columns stay
// in 32 KiB.
constexpr Index kInnerBlock = 320;
// Packed panels that are used together, in elements; half of them in the first-level cache.
constexpr Index kPackedElements = 12288;
// A panel that so few tiles use is read where it stands: copying it would cost more.
constexpr Index kUsesWithoutPacking = 2;
// Strides are too long for the hardware to guess: terms ahead that a copy asks for.
constexpr Index kPrefetchTerms = 16;

template <typename Scalar>
struct Tile {
  Summation sum;
  const Scalar* left;
  Index leftInner, leftOuter;
  const Scalar* right;
  Index rightInner, rightOuter, rightColumn;
  Scalar* target;
  Index targetColumn;
  Scalar alpha, beta;
  const Scalar* bias;
};

template <typename Scalar, int kHeight, int kColumns>
[[gnu::always_inline]] inline void finish(
    const typename Simd<Scalar>::Pack (&sums)[kColumns][kHeight], const Tile<Scalar>& t) {
  using V = Simd<Scalar>;
#pragma GCC unroll 12
  for (int j = 0; j < kColumns; ++j) {
#pragma GCC unroll 3
    for (int v = 0; v < kHeight; ++v) {
      Scalar* const to = t.target + j * t.targetColumn + v * V::kLanes;
      typename V::Pack result = sums[j][v] * t.alpha;
      if (t.beta == 1)
        result += V::load(to);
      else if (t.beta != 0)
        result += V::load(to) * t.beta;
      else if (t.bias)
        result += V::load(t.bias + v * V::kLanes);
      V::store(to, result);
    }
  }
}

/// One tile: kHeight vectors of rows by kColumns columns.
template <typename Scalar, int kHeight, int kColumns>
void multiplyTile(const Tile<Scalar>& t) {
  using V = Simd<Scalar>;
  typename V::Pack sums[kColumns][kHeight] = {};
  const Index column = t.rightColumn;
  for (Index o = 0; o < t.sum.outer; ++o) {
    const Scalar* left = t.left + o * t.leftOuter;
    const Scalar* right = t.right + o * t.rightOuter;
    for (Index k = 0; k < t.sum.inner; ++k, left += t.leftInner, right += t.rightInner) {
      typename V::Pack a[kHeight];
#pragma GCC unroll 3
      for (int v = 0; v < kHeight; ++v) a[v] = V::load(left + v * V::kLanes);
#pragma GCC unroll 12
      for (int j = 0; j < kColumns; ++j) {
        const typename V::Pack b = V::broadcast(right[j * column]);
#pragma GCC unroll 3
        for (int v = 0; v < kHeight; ++v) sums[j][v] += a[v] * b;
      }
    }
  }
  finish<Scalar, kHeight, kColumns>(sums, t);
}

template <typename Scalar, int kHeight>
void multiplyTile(int columns, const Tile<Scalar>& tile) {
  const auto call = [&]<int... kWidths>(std::integer_sequence<int, kWidths...>) {
    static_cast<void>(
        ((columns == kWidths + 1 && (multiplyTile<Scalar, kHeight, kWidths + 1>(tile), true)) ||
         ...));
  };
  call(std::make_integer_sequence<int, kSums / kHeight>());
}

/// Rows of a tile that are not whole vectors go through a copy of the tile.
template <typename Scalar, int kHeight>
void multiplyRagged(Index rows, int columns, Tile<Scalar> tile) {
  constexpr Index kRows = kHeight * Simd<Scalar>::kLanes;
  alignas(64) Scalar copy[kRows * kSums / kHeight] = {};
  alignas(64) Scalar bias[kRows] = {};
  Scalar* const target = tile.target;
  const Index stride = tile.targetColumn;
  if (tile.beta != 0)
    for (int j = 0; j < columns; ++j) std::copy_n(target + j * stride, rows, copy + j * kRows);
  if (tile.bias) tile.bias = std::copy_n(tile.bias, rows, bias) - rows;
  tile.target = copy;
  tile.targetColumn = kRows;
  multiplyTile<Scalar, kHeight>(columns, tile);
  for (int j = 0; j < columns; ++j) std::copy_n(copy + j * kRows, rows, target + j * stride);
}

template <typename Scalar, int kHeight>
void multiplyRows(Index rows, int columns, const Tile<Scalar>& tile) {
  if (rows == kHeight * Simd<Scalar>::kLanes)
    multiplyTile<Scalar, kHeight>(columns, tile);
  else
    multiplyRagged<Scalar, kHeight>(rows, columns, tile);
}

template <typename Scalar>
void multiplyRows(int height, Index rows, int columns, const Tile<Scalar>& tile) {
  if (height == 1) multiplyRows<Scalar, 1>(rows, columns, tile);
  if (height == 2) multiplyRows<Scalar, 2>(rows, columns, tile);
  if (height == 3) multiplyRows<Scalar, 3>(rows, columns, tile);
}

/// Rows are taken in panels of this many vectors.
int panelHeight(Index vectors) {
  if (vectors == 1) return 1;
  return vectors % 3 == 0 && vectors % 2 != 0 ? 3 : 2;
}

template <typename Scalar>
struct Panels {
  int height;
  Index rows;  ///< of a whole panel
  Index count;

  explicit Panels(Index totalRows) {
    const Index lanes = Simd<Scalar>::kLanes;
    height = panelHeight((totalRows + lanes - 1) / lanes);
    rows = height * lanes;
    count = (totalRows + rows - 1) / rows;
  }
};

/// Calls tile(first column, columns) for nearly equal tiles of at most `widest` columns.
template <typename Each>
void forEachTile(Index columns, Index widest, const Each& tile) {
  // Small convolutions come here for every row of pixels: 32-bit divisions, and few of them.
  const auto all = static_cast<std::uint32_t>(columns);
  const std::uint32_t tiles =
      (all + static_cast<std::uint32_t>(widest) - 1) / static_cast<std::uint32_t>(widest);
  const std::uint32_t width = all / tiles;
  std::uint32_t wider = all - width * tiles;
  for (std::uint32_t begin = 0; begin < all;) {
    const std::uint32_t count = width + (wider > 0 ? 1 : 0);
    if (wider > 0) --wider;
    tile(static_cast<Index>(begin), static_cast<int>(count));
    begin += count;
  }
}

/// Copies a panel's rows that stand together, a term at a time. Rows past the factor's last may
/// belong to another task, which writes them meanwhile; they do not matter, see pack().
template <typename Scalar, int kHeight>
void packWhole(const Scalar* from, Index innerStride, Index terms, Scalar* to) {
  using V = Simd<Scalar>;
  for (Index k = 0; k < terms; ++k, from += innerStride, to += kHeight * V::kLanes) {
    __builtin_prefetch(from + kPrefetchTerms * innerStride);
#pragma GCC unroll 3
    for (int v = 0; v < kHeight; ++v) V::store(to + v * V::kLanes, V::load(from + v * V::kLanes));
  }
}

template <typename Scalar>
void packWhole(const Scalar* from, Index innerStride, Index terms, int height, Scalar* to) {
  if (height == 1) packWhole<Scalar, 1>(from, innerStride, terms, to);
  if (height == 2) packWhole<Scalar, 2>(from, innerStride, terms, to);
  if (height == 3) packWhole<Scalar, 3>(from, innerStride, terms, to);
}

/// Copies rows of any stride, the missing ones 0.
template <typename Scalar>
void packRagged(const Scalar* from, Index rowStride, Index innerStride, Index rows, Index terms,
                Index padded, Scalar* to) {
  for (Index i = 0; i < rows; ++i)
    for (Index k = 0; k < terms; ++k) to[k * padded + i] = from[i * rowStride + k * innerStride];
  for (Index i = rows; i < padded; ++i)
    for (Index k = 0; k < terms; ++k) to[k * padded + i] = 0;
}

/// Copies some rows into a panel of `height` vectors. What stands in the rows past the last one
/// does not matter: sums do not mix rows, and these are not stored. So whole vectors are copied as
/// long as they end before the factor does.
template <typename Scalar>
void pack(const LeftFactor<Scalar>& left, Index rows, int height, Summation sum, Scalar* to) {
  const Index padded = height * Simd<Scalar>::kLanes;
  for (Index o = 0; o < sum.outer; ++o, to += sum.inner * padded) {
    const Scalar* from = left.data + o * left.outerStride;
    Index whole = 0;
    if (left.rowStride == 1 && left.innerStride > 0)
      whole =
          std::max<Index>(0, sum.inner - (padded - rows + left.innerStride - 1) / left.innerStride);
    packWhole(from, left.innerStride, whole, height, to);
    packRagged(from + whole * left.innerStride, left.rowStride, left.innerStride, rows,
               sum.inner - whole, padded, to + whole * padded);
  }
}

template <typename Scalar>
Tile<Scalar> makeTile(Summation sum, const LeftFactor<Scalar>& left,
                      const RightFactor<Scalar>& right, const Target<Scalar>& target, Index row,
                      Index column) {
  return {sum,
          left.data,
          left.innerStride,
          left.outerStride,
          right.data + column * right.columnStride,
          right.innerStride,
          right.outerStride,
          right.columnStride,
          target.data + row + column * target.columnStride,
          target.columnStride,
          target.alpha,
          target.beta,
          target.bias ? target.bias + row : nullptr};
}

template <typename Scalar>
void multiplyPacked(Index rows, Index columns, Summation sum, const LeftFactor<Scalar>& left,
                    const RightFactor<Scalar>& right, const Target<Scalar>& target) {
  alignas(64) thread_local Scalar packed[kPackedElements];
  const Panels<Scalar> panels(rows);
  const Index panelSize = std::max<Index>(1, panels.rows * sum.inner * sum.outer);
  const Index group = std::max<Index>(1, kPackedElements / panelSize);
  for (Index first = 0; first < panels.count; first += group) {
    const Index end = std::min(first + group, panels.count);
    for (Index p = first; p < end; ++p) {
      LeftFactor<Scalar> part = left;
      part.data += p * panels.rows * left.rowStride;
      pack(part, std::min(panels.rows, rows - p * panels.rows), panels.height, sum,
           packed + (p - first) * panelSize);
    }
    forEachTile(columns, kSums / panels.height, [&](Index column, int width) {
      for (Index p = first; p < end; ++p) {
        const LeftFactor<Scalar> panel{packed + (p - first) * panelSize, 1, panels.rows,
                                       panels.rows * sum.inner};
        const Index row = p * panels.rows;
        multiplyRows(panels.height, std::min(panels.rows, rows - row), width,
                     makeTile(sum, panel, right, target, row, column));
      }
    });
  }
}

template <typename Scalar>
void multiplyUnpacked(Index rows, Index columns, Summation sum, const LeftFactor<Scalar>& left,
                      const RightFactor<Scalar>& right, const Target<Scalar>& target) {
  const Panels<Scalar> panels(rows);
  for (Index row = 0; row < rows; row += panels.rows) {
    LeftFactor<Scalar> panel = left;
    panel.data += row;
    const Index count = std::min(panels.rows, rows - row);
    forEachTile(columns, kSums / panels.height, [&](Index column, int width) {
      multiplyRows(panels.height, count, width, makeTile(sum, panel, right, target, row, column));
    });
  }
}

/// Cuts the summation into blocks of about kInnerBlock terms and calls block(sum, left, right,
/// target) for each; the first one sets or scales the target, the others add to it.
template <typename Scalar, typename Each>
void forEachBlock(Summation sum, LeftFactor<Scalar> left, RightFactor<Scalar> right,
                  Target<Scalar> target, const Each& block) {
  // One part at least: a sum of nothing sets or scales the target, too.
  if (sum.inner * sum.outer <= kInnerBlock) {
    block(sum, left, right, target);
    return;
  }
  const Index innerParts = std::max<Index>(1, (sum.inner + kInnerBlock - 1) / kInnerBlock);
  const Index perBlock = std::max<Index>(1, kInnerBlock / std::max<Index>(1, sum.inner));
  const Index outerParts = std::max<Index>(1, (sum.outer + perBlock - 1) / perBlock);
  for (Index o = 0; o < outerParts; ++o)
    for (Index i = 0; i < innerParts; ++i) {
      const Index outer = sum.outer * o / outerParts;
      const Index inner = sum.inner * i / innerParts;
      const Summation part{sum.inner * (i + 1) / innerParts - inner,
                           sum.outer * (o + 1) / outerParts - outer};
      LeftFactor<Scalar> l = left;
      RightFactor<Scalar> r = right;
      l.data += inner * left.innerStride + outer * left.outerStride;
      r.data += inner * right.innerStride + outer * right.outerStride;
      block(part, l, r, target);
      target.beta = 1;
      target.bias = nullptr;
    }
}

}  // namespace

template <typename Scalar>
void multiply(Index rows, Index columns, Summation sum, LeftFactor<Scalar> left,
              RightFactor<Scalar> right, Target<Scalar> target) {
  if (rows <= 0 || columns <= 0) return;
  const Panels<Scalar> panels(rows);
  const Index usesOfAPanel = (columns + kSums / panels.height - 1) / (kSums / panels.height);
  const bool whole = left.rowStride == 1 && rows % panels.rows == 0;
  forEachBlock(sum, left, right, target,
               [&](Summation part, const auto& l, const auto& r, const auto& t) {
                 if (whole && usesOfAPanel <= kUsesWithoutPacking)
                   multiplyUnpacked(rows, columns, part, l, r, t);
                 else
                   multiplyPacked(rows, columns, part, l, r, t);
               });
}

template <typename Scalar>
void multiplyInPlace(Index rows, Index columns, Summation sum, LeftFactor<Scalar> left,
                     RightFactor<Scalar> right, Target<Scalar> target) {
  if (rows <= 0 || columns <= 0) return;
  forEachBlock(sum, left, right, target,
               [&](Summation part, const auto& l, const auto& r, const auto& t) {
                 multiplyUnpacked(rows, columns, part, l, r, t);
               });
}

template INKLING_CORE_API void multiply(Index, Index, Summation, LeftFactor<float>,
                                        RightFactor<float>, Target<float>);
template INKLING_CORE_API void multiply(Index, Index, Summation, LeftFactor<double>,
                                        RightFactor<double>, Target<double>);
template INKLING_CORE_API void multiplyInPlace(Index, Index, Summation, LeftFactor<float>,
                                               RightFactor<float>, Target<float>);
template INKLING_CORE_API void multiplyInPlace(Index, Index, Summation, LeftFactor<double>,
                                               RightFactor<double>, Target<double>);

}  // namespace inkling
