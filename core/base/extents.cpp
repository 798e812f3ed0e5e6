// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/extents.h"

#include <algorithm>

namespace inkling {

std::string shapeText(const std::vector<int>& shape) {
  if (shape.empty()) return "a single number";
  std::string text;
  for (const int extent : shape) text += (text.empty() ? "" : "×") + std::to_string(extent);
  return text;
}

std::int64_t sizeOf(const std::vector<int>& shape) {
  constexpr std::int64_t kMost = std::int64_t{1} << 31;
  if (std::ranges::any_of(shape, [](int extent) { return extent < 0; })) return -1;
  if (std::ranges::find(shape, 0) != shape.end()) return 0;
  std::int64_t size = 1;
  for (const int extent : shape) {
    if (extent > kMost / size) return -1;
    size *= extent;
  }
  return size;
}

}  // namespace inkling
