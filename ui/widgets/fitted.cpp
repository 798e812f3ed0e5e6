// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/fitted.h"

#include <QRegion>

#include <algorithm>

namespace inkling::ui {

QRect fitted(const QRect& contents, const QMargins& frame, const QRect& room) {
  QRect window = contents.marginsAdded(frame);
  window.setSize(window.size().boundedTo(room.size()));
  window.moveTo(std::clamp(window.left(), room.left(), room.left() + room.width() - window.width()),
                std::clamp(window.top(), room.top(), room.top() + room.height() - window.height()));
  return window.marginsRemoved(frame);
}

bool inSight(const QRect& window, const QList<QRect>& rooms) {
  QRegion hidden(window);
  for (const QRect& room : rooms) hidden -= room;
  return hidden.isEmpty();
}

}  // namespace inkling::ui
