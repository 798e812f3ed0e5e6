// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/imageshape.h"

#include "core/base/labels.h"

#include <charconv>
#include <vector>

namespace inkling {
namespace {

// Takes what separates two extents; false if there is none.
bool takeTimes(std::string_view& text) {
  for (const std::string_view times : {"x", "X", "×"}) {
    if (!text.starts_with(times)) continue;
    text.remove_prefix(times.size());
    return true;
  }
  return false;
}

}  // namespace

bool isImageShape(Shape shape) {
  const auto sideFits = [](int side) { return side >= 1 && side <= kMostPixelsASide; };
  return sideFits(shape.height) && sideFits(shape.width) &&
         (shape.channels == 1 || shape.channels == 3);
}

std::string imageShapeText(Shape shape) {
  return std::to_string(shape.height) + "x" + std::to_string(shape.width) + "x" +
         std::to_string(shape.channels);
}

std::optional<Shape> imageShapeFrom(std::string_view text) {
  std::vector<int> extents;
  do {
    int extent = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), extent);
    if (error != std::errc()) return {};
    extents.push_back(extent);
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  } while (extents.size() < 3 && takeTimes(text));
  if (extents.size() < 2 || !text.empty()) return {};
  const Shape shape{extents[0], extents[1], extents.size() == 3 ? extents[2] : 1};
  return isImageShape(shape) ? std::optional(shape) : std::nullopt;
}

}  // namespace inkling
