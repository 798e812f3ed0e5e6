// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/digitbarlayout.h"

#include <algorithm>

namespace inkling::ui {

QRectF DigitBarLayout::column(int digit) const {
  const double each = (width - nameWidth) / std::max(1, digits);
  return {nameWidth + digit * each, 0, each, height};
}

QRectF DigitBarLayout::head(int digit) const {
  QRectF rect = column(digit);
  rect.setHeight(headHeight);
  return rect;
}

QRectF DigitBarLayout::name(int row) const {
  const double each = (height - headHeight) / std::max(1, rows);
  return {0, headHeight + row * each, nameWidth, each};
}

QRectF DigitBarLayout::track(int digit, int row) const {
  const QRectF across = column(digit);
  const QRectF along = name(row);
  const double gap = std::min(kGap / 2, across.width() / 8);
  const double thickness = std::min(along.height() * 0.64, kThickest);
  return {across.left() + gap, along.center().y() - thickness / 2, across.width() - 2 * gap,
          thickness};
}

QRectF DigitBarLayout::bar(int digit, int row, double share) const {
  QRectF rect = track(digit, row);
  rect.setWidth(rect.width() * std::clamp(share, 0.0, 1.0));
  return rect;
}

int DigitBarLayout::digitAt(double x) const {
  if (x < nameWidth || x >= width || digits <= 0) return -1;
  return std::min(digits - 1, static_cast<int>((x - nameWidth) / column(0).width()));
}

}  // namespace inkling::ui
