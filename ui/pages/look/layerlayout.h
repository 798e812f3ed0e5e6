// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/layerspec.h"

#include <QPoint>
#include <QRect>

#include <algorithm>
#include <optional>

namespace inkling::ui {

/// One value of a layer's output.
struct UnitAt {
  int y = 0;
  int x = 0;
  int channel = 0;
  bool operator==(const UnitAt&) const = default;
};

/// Where the values of a layer are painted: images as one map a channel, vectors as bars around a
/// line, in as many rows as the width asks for. Pixel mathematics only.
struct LayerLayout {
  Shape shape;
  int width = 0;
  bool large = false;  ///< where there is room for it

  static constexpr int kMapSide = 58;
  static constexpr int kGap = 4;
  static constexpr int kBarHeight = 44;
  static constexpr int kWidestBar = 24;
  static constexpr int kNarrowestBar = 3;
  static constexpr int kNumbered = 16;
  static constexpr int kNumberHeight = 13;

  bool isImage() const { return shape.height > 1 || shape.width > 1; }
  int pixel() const {
    return std::max(1, (large ? 2 : 1) * kMapSide / std::max(shape.width, shape.height));
  }
  /// Maps, or bars, in a row.
  int columns() const {
    if (isImage()) return std::max(1, (width + kGap) / (shape.width * pixel() + kGap));
    return std::clamp(width / barWidth(), 1, std::max(1, shape.channels));
  }
  int barWidth() const {
    return std::clamp(width / std::max(1, shape.channels), kNarrowestBar, kWidestBar);
  }
  int rows() const { return (shape.channels + columns() - 1) / columns(); }
  int barHeight() const { return (large ? 2 : 1) * kBarHeight; }
  /// Below bars that are wide enough stands their number.
  int numberHeight() const { return barWidth() >= kNumbered ? kNumberHeight : 0; }
  int rowHeight() const {
    return (isImage() ? shape.height * pixel() : barHeight() + numberHeight()) + kGap;
  }
  int height() const { return rows() * rowHeight(); }

  /// Of a channel's map, or of a unit's bar at full height.
  QRect place(int channel) const {
    const int column = channel % columns();
    const int top = channel / columns() * rowHeight();
    if (isImage())
      return {column * (shape.width * pixel() + kGap), top, shape.width * pixel(),
              shape.height * pixel()};
    return {column * barWidth(), top, barWidth(), barHeight()};
  }

  std::optional<UnitAt> at(QPoint point) const {
    if (point.x() < 0 || point.y() < 0) return std::nullopt;
    const int cell = isImage() ? shape.width * pixel() + kGap : barWidth();
    const int column = point.x() / cell;
    const int channel = point.y() / rowHeight() * columns() + column;
    if (column >= columns() || channel >= shape.channels) return std::nullopt;
    const QRect area = place(channel);
    if (!area.contains(point)) return std::nullopt;
    if (!isImage()) return UnitAt{0, 0, channel};
    return UnitAt{(point.y() - area.top()) / pixel(), (point.x() - area.left()) / pixel(), channel};
  }
};

}  // namespace inkling::ui
