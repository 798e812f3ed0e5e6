// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/usedbox.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <type_traits>

namespace inkling {
namespace {

constexpr Index kMostColumns = 64;
constexpr Index kWidthGrain = 4;

template <typename Scalar>
using Bits = std::conditional_t<sizeof(Scalar) == 4, std::uint32_t, std::uint64_t>;

// Integers, because the compiler may join their bits in any order.
template <typename Scalar>
bool isBlank(const Scalar* row, Index width) {
  Bits<Scalar> all = 0;
  for (Index x = 0; x < width; ++x) all |= std::bit_cast<Bits<Scalar>>(row[x]);
  return all == 0;
}

}  // namespace

template <typename Scalar>
Box usedBox(const Scalar* image, Index height, Index width) {
  Box box{0, height, 0, width};
  while (box.top < height && isBlank(image + box.top * width, width)) ++box.top;
  if (box.top == height) return {0, 0, 0, 0};
  while (isBlank(image + (box.bottom - 1) * width, width)) --box.bottom;
  if (width > kMostColumns) return box;
  std::array<Bits<Scalar>, kMostColumns> columns{};
  for (Index y = box.top; y < box.bottom; ++y)
    for (Index x = 0; x < width; ++x)
      columns[static_cast<std::size_t>(x)] |= std::bit_cast<Bits<Scalar>>(image[y * width + x]);
  const auto isUsed = [](Bits<Scalar> bits) { return bits != 0; };
  const auto end = columns.begin() + width;
  box.left = std::find_if(columns.begin(), end, isUsed) - columns.begin();
  while (columns[static_cast<std::size_t>(box.right - 1)] == 0) --box.right;
  return box;
}

Box reachedBox(const Box& used, const Positions& p) {
  const auto first = [&](Index begin) {
    return std::max<Index>(0, begin + p.padding - p.kernel + p.stride) / p.stride;
  };
  const auto last = [&](Index end, Index most) {
    return std::min(most, (end - 1 + p.padding) / p.stride + 1);
  };
  Box box{first(used.top), last(used.bottom, p.rows), first(used.left),
          last(used.right, p.columns)};
  // The last rows and columns of an image may be out of reach of a stride.
  if (used.top == used.bottom || box.top >= box.bottom || box.left >= box.right)
    return {0, 0, 0, 0};
  const Index width = (box.right - box.left + kWidthGrain - 1) / kWidthGrain * kWidthGrain;
  box.right = std::min(p.columns, box.left + width);
  box.left = std::max<Index>(0, box.right - width);
  return box;
}

template INKLING_CORE_API Box usedBox(const float*, Index, Index);
template INKLING_CORE_API Box usedBox(const double*, Index, Index);

}  // namespace inkling
