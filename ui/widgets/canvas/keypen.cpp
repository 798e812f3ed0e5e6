// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/keypen.h"

#include <QKeyEvent>

#include <algorithm>

namespace inkling::ui {
namespace {

constexpr double kStep = 1.0 / 28;
constexpr double kFineStep = kStep / 4;

QPointF direction(int key) {
  switch (key) {
    case Qt::Key_Left:
      return {-1, 0};
    case Qt::Key_Right:
      return {1, 0};
    case Qt::Key_Up:
      return {0, -1};
    case Qt::Key_Down:
      return {0, 1};
    default:
      return {0, 0};
  }
}

}  // namespace

bool KeyPen::move(const QKeyEvent& event) {
  const QPointF way = direction(event.key());
  if (way.isNull()) return false;
  visible = true;
  const double step = event.modifiers().testFlag(Qt::ShiftModifier) ? kFineStep : kStep;
  position += way * step;
  position = {std::clamp(position.x(), 0.0, 1.0), std::clamp(position.y(), 0.0, 1.0)};
  return true;
}

}  // namespace inkling::ui
