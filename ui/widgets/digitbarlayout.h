// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

namespace inkling::ui {

/// Where the parts of several bar charts side by side go: a column for each digit, with a head over
/// `rows` bars, beside one column of class names. Pixel mathematics only.
struct DigitBarLayout {
  double width = 0;
  double height = 0;
  int digits = 0;
  int rows = 10;
  double nameWidth = 0;
  double headHeight = 0;

  static constexpr double kGap = 6;
  static constexpr double kThickest = 14;

  QRectF column(int digit) const;
  QRectF head(int digit) const;
  QRectF name(int row) const;
  QRectF track(int digit, int row) const;  ///< all of a bar's way
  QRectF bar(int digit, int row, double share) const;
  int digitAt(double x) const;  ///< −1: none
};

}  // namespace inkling::ui
