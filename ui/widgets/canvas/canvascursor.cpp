// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/canvascursor.h"

#include "ui/theme/colours.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace inkling::ui {

QCursor canvasCursor(bool eraser, double radius, const Colours& colours) {
  if (!eraser) return QCursor(Qt::CrossCursor);
  const double reach = std::clamp(radius, 5.0, 24.0);
  const int side = 2 * static_cast<int>(reach + 2) + 1;
  QPixmap picture(side, side);
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  const QPointF centre(side / 2.0, side / 2.0);
  painter.setPen(QPen(colours.paper, 3));
  painter.drawEllipse(centre, reach, reach);
  painter.setPen(QPen(colours.wrong, 1.5));
  painter.drawEllipse(centre, reach, reach);
  painter.end();
  return QCursor(picture, side / 2, side / 2);
}

}  // namespace inkling::ui
