// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/barlayout.h"

#include <algorithm>

namespace inkling::ui {

QRectF BarLayout::row(int index) const {
  const double each = height / std::max(1, count);
  return {0, index * each, width, each};
}

QRectF BarLayout::name(int index) const {
  QRectF rect = row(index);
  rect.setWidth(nameWidth);
  return rect;
}

QRectF BarLayout::track(int index) const {
  const QRectF all = row(index);
  const double left = nameWidth + kGap;
  const double right = std::max(left, width - percentWidth - kGap);
  const double thickness = std::min(all.height() * 0.64, kThickest);
  return {left, all.center().y() - thickness / 2, right - left, thickness};
}

QRectF BarLayout::bar(int index, double share) const {
  QRectF rect = track(index);
  rect.setWidth(rect.width() * std::clamp(share, 0.0, 1.0));
  return rect;
}

QRectF BarLayout::percent(int index) const {
  QRectF rect = row(index);
  rect.setLeft(width - percentWidth);
  return rect;
}

}  // namespace inkling::ui
