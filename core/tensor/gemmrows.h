// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Part of gemm.cpp: picks the innermost loop for a row of tiles.
#pragma once

#include "core/tensor/gemmtile.h"

#include <algorithm>
#include <utility>

namespace inkling::gemm {

/// Rows that are not whole vectors go through a copy of the tile.
template <typename Scalar, int kHeight, int kColumns>
void multiplyRagged(Index rows, Index tiles, Tile<Scalar> tile) {
  constexpr Index kRows = kHeight * Simd<Scalar>::kLanes;
  alignas(64) Scalar copy[kRows * kColumns] = {};
  alignas(64) Scalar bias[kRows] = {};
  Tile<Scalar> whole = tile;
  if (tile.bias) tile.bias = std::copy_n(tile.bias, rows, bias) - rows;
  tile.target = copy;
  tile.targetColumn = kRows;
  tile.columns = nullptr;
  for (; tiles > 0; --tiles, whole.skip(kColumns), tile.right = whole.right) {
    if (tile.beta != 0)
      for (int j = 0; j < kColumns; ++j) std::copy_n(whole.column(j), rows, copy + j * kRows);
    multiplyTiles<Scalar, kHeight, kColumns>(1, tile);
    for (int j = 0; j < kColumns; ++j) std::copy_n(copy + j * kRows, rows, whole.column(j));
  }
}

template <typename Scalar, int kHeight>
void multiplyRows(Index rows, int columns, Index tiles, const Tile<Scalar>& tile) {
  const bool whole = rows == kHeight * Simd<Scalar>::kLanes;
  const auto call = [&]<int kWidth>(std::integral_constant<int, kWidth>) {
    if (columns != kWidth) return false;
    if (whole)
      multiplyTiles<Scalar, kHeight, kWidth>(tiles, tile);
    else
      multiplyRagged<Scalar, kHeight, kWidth>(rows, tiles, tile);
    return true;
  };
  const auto callOne = [&]<int... kWidths>(std::integer_sequence<int, kWidths...>) {
    static_cast<void>((call(std::integral_constant<int, kWidths + 1>()) || ...));
  };
  callOne(std::make_integer_sequence<int, kSums / kHeight>());
}

template <typename Scalar>
void multiplyRows(int height, Index rows, int columns, Index tiles, const Tile<Scalar>& tile) {
  if (height == 1) multiplyRows<Scalar, 1>(rows, columns, tiles, tile);
  if (height == 2) multiplyRows<Scalar, 2>(rows, columns, tiles, tile);
  if (height == 3) multiplyRows<Scalar, 3>(rows, columns, tiles, tile);
}

}  // namespace inkling::gemm
