// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/gemm.h"

#include "core/tensor/gemmpacking.h"
#include "core/tensor/gemmrows.h"

#include <algorithm>
#include <cstdint>

namespace inkling {
namespace {

using namespace gemm;

// Terms summed before a tile goes back to memory: a panel of 16 rows and a tile of 6 columns stay
// in 32 KiB.
constexpr Index kInnerBlock = 320;
// The tallest panel, in vectors.
constexpr int kMostVectors = 3;
// A panel that so few tiles use is read where it stands: copying it would cost more.
constexpr Index kUsesWithoutPacking = 2;
/// Rows are taken in panels of this many vectors.
int panelHeight(Index vectors) {
  if (vectors == 1) return 1;
  return vectors % 3 == 0 && vectors % 2 != 0 ? 3 : 2;
}

template <typename Scalar>
struct Panels {
  int height;
  Index rows;  ///< of a whole panel

  explicit Panels(Index totalRows) {
    const Index lanes = Simd<Scalar>::kLanes;
    height = panelHeight((totalRows + lanes - 1) / lanes);
    rows = height * lanes;
  }
};

/// One panel of rows times all columns, in nearly equal tiles.
template <typename Scalar>
void multiplyPanel(int height, Index row, Index rows, Index columns, Summation sum,
                   const LeftFactor<Scalar>& panel, const RightFactor<Scalar>& right,
                   const Target<Scalar>& target) {
  // Small products come here often: 32-bit divisions, and few of them.
  const auto all = static_cast<std::uint32_t>(columns);
  const auto widest = static_cast<std::uint32_t>(kSums / height);
  const std::uint32_t tiles = (all + widest - 1) / widest;
  const std::uint32_t width = all / tiles;
  const std::uint32_t wider = all - width * tiles;
  Tile<Scalar> tile{sum.inner,           sum.outer,
                    panel.data,          panel.innerStride,
                    panel.outerStride,   right.data,
                    right.innerStride,   right.outerStride,
                    right.columnStride,  target.data + row,
                    target.columnStride, target.alpha,
                    target.beta,         target.bias ? target.bias + row : nullptr,
                    target.columns,      target.columns ? target.columns[0] : 0};
  if (wider > 0) multiplyRows(height, rows, static_cast<int>(width + 1), wider, tile);
  tile.skip(wider * (width + 1));
  if (width > 0) multiplyRows(height, rows, static_cast<int>(width), tiles - wider, tile);
}

/// A panel stays in the first-level cache while the columns go by.
template <typename Scalar>
void multiplyPacked(Index rows, Index columns, Summation sum, const LeftFactor<Scalar>& left,
                    const RightFactor<Scalar>& right, const Target<Scalar>& target) {
  alignas(64) thread_local Scalar packed[kInnerBlock * kMostVectors * Simd<Scalar>::kLanes];
  const Panels<Scalar> panels(rows);
  for (Index row = 0; row < rows; row += panels.rows) {
    LeftFactor<Scalar> part = left;
    part.data += row * left.rowStride;
    const Index count = std::min(panels.rows, rows - row);
    pack(part, count, panels.height, sum, packed);
    multiplyPanel<Scalar>(panels.height, row, count, columns, sum,
                          {packed, 1, panels.rows, panels.rows * sum.inner}, right, target);
  }
}

template <typename Scalar>
void multiplyUnpacked(Index rows, Index columns, Summation sum, const LeftFactor<Scalar>& left,
                      const RightFactor<Scalar>& right, const Target<Scalar>& target) {
  const Panels<Scalar> panels(rows);
  for (Index row = 0; row < rows; row += panels.rows) {
    LeftFactor<Scalar> panel = left;
    panel.data += row;
    multiplyPanel(panels.height, row, std::min(panels.rows, rows - row), columns, sum, panel, right,
                  target);
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
