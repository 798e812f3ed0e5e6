// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>

namespace inkling::ui {

/// Where the parts of a bar chart with `count` rows go. Pixel mathematics only.
struct BarLayout {
  double width = 0;
  double height = 0;
  int count = 0;
  double nameWidth = 0;     ///< of the widest class name
  double percentWidth = 0;  ///< of "100.0 %"

  static constexpr double kGap = 8;
  static constexpr double kThickest = 18;

  QRectF row(int index) const;
  QRectF name(int index) const;
  QRectF track(int index) const;  ///< all of the bar's way
  QRectF bar(int index, double share) const;
  QRectF percent(int index) const;
};

}  // namespace inkling::ui
