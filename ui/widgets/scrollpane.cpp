// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scrollpane.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace inkling::ui {

ScrollPane::ScrollPane(QWidget* contents) {
  setObjectName(contents->objectName() + QStringLiteral("Scroll"));
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  setWidget(contents);
  // On the ground of what it stands on, such as a card.
  contents->setAutoFillBackground(false);
  viewport()->setAutoFillBackground(false);
}

QSize ScrollPane::minimumSizeHint() const { return widget()->minimumSizeHint(); }

// What QScrollArea does with a resizable widget, but for the height: there, a widget with text that
// wraps is given the height it would like to have, and scrolls although it could be smaller.
void ScrollPane::arrange() {
  const QSize room = maximumViewportSize();
  QSize size = least(room.width());
  const int across = horizontalScrollBar()->sizeHint().height();
  const int along = verticalScrollBar()->sizeHint().width();
  int height = room.height() - (size.width() > room.width() ? across : 0);
  if (size.height() > height) {
    size = least(room.width() - along);
    height = room.height() - (size.width() > room.width() - along ? across : 0);
  }
  widget()->resize(size.width(), std::max(size.height(), height));
}

/// The smallest size of the widget that is at least that wide.
QSize ScrollPane::least(int width) const {
  const QSize smallest = widget()->minimumSizeHint();
  const QLayout* layout = widget()->layout();
  const int wide = std::max(width, smallest.width());
  const int high = layout->hasHeightForWidth() ? layout->minimumHeightForWidth(wide) : 0;
  return {wide, std::max(high, smallest.height())};
}

bool ScrollPane::eventFilter(QObject* watched, QEvent* event) {
  if (watched == widget() && event->type() == QEvent::LayoutRequest) {
    updateGeometry();
    arrange();
  }
  return QScrollArea::eventFilter(watched, event);
}

void ScrollPane::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  arrange();
}

}  // namespace inkling::ui
