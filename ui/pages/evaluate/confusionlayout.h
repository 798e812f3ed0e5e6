// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <algorithm>
#include <cmath>

namespace inkling::ui {

/// A row and a column of a confusion matrix; −1: any.
struct ConfusionCell {
  int label = -1;
  int predicted = -1;
  bool isAll() const { return label < 0 && predicted < 0; }
  bool operator==(const ConfusionCell&) const = default;
};

/// Where the parts of a confusion matrix go: square cells, names to the left and above. Pixel
/// mathematics only.
struct ConfusionLayout {
  double width = 0;
  double height = 0;
  int classes = 0;
  double nameWidth = 0;   ///< of the widest class name
  double lineHeight = 0;  ///< of the text

  static constexpr double kGap = 4;

  double side() const {
    if (classes == 0) return 0;
    return std::max(0.0, std::min((width - border()) / classes, (height - top()) / classes));
  }
  double border() const { return lineHeight + nameWidth + 2 * kGap; }  ///< axis title, then names
  double left() const { return border() + (width - border() - classes * side()) / 2; }
  double top() const { return 2 * lineHeight + kGap; }
  QRectF cell(int label, int predicted) const {
    return {left() + predicted * side(), top() + label * side(), side(), side()};
  }
  QRectF rowName(int label) const {
    return {left() - kGap - nameWidth, top() + label * side(), nameWidth, side()};
  }
  QRectF columnName(int predicted) const {
    return {left() + predicted * side(), lineHeight, side(), lineHeight};
  }
  /// So many rows or columns share a name where there is no room for more.
  int rowStep() const { return stepFor(lineHeight * 0.9); }
  int columnStep() const { return side() >= nameWidth * 0.6 ? 1 : stepFor(nameWidth + kGap); }
  int stepFor(double room) const {
    return side() > 0 ? std::max(1, static_cast<int>(std::ceil(room / side()))) : 1;
  }
  QRectF columnTitle() const { return {left(), 0, classes * side(), lineHeight}; }
  QRectF rowTitle() const { return {left() - border(), top(), lineHeight, classes * side()}; }

  /// What stands at a point: a cell, a whole row (its name), a whole column, or nothing.
  ConfusionCell at(QPointF point) const {
    const double s = side();
    if (s <= 0) return {};
    const int column = static_cast<int>((point.x() - left()) / s);
    const int row = static_cast<int>((point.y() - top()) / s);
    const bool inColumns = point.x() >= left() && column < classes;
    const bool inRows = point.y() >= top() && row < classes;
    if (inRows && inColumns) return {row, column};
    if (inRows && point.x() < left()) return {row, -1};
    if (inColumns && point.y() < top()) return {-1, column};
    return {};
  }
};

}  // namespace inkling::ui
