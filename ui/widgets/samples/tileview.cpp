// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/samples/tileview.h"

#include "ui/theme/colours.h"
#include "ui/widgets/samples/tiledelegate.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace inkling::ui {

TileView::TileView(QWidget* parent) : QListView(parent), m_delegate(new TileDelegate(this)) {
  setItemDelegate(m_delegate);
  setFlow(QListView::LeftToRight);
  setWrapping(true);
  setResizeMode(QListView::Adjust);
  setUniformItemSizes(true);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // Otherwise a bar that comes and goes lays everything out twice.
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  viewport()->setAttribute(Qt::WA_Hover);
  refresh();
}

void TileView::refresh() {
  m_delegate->refresh();
  spread();
  verticalScrollBar()->setSingleStep(m_delegate->cellSize().height() / 2);
  QPalette ground = viewport()->palette();
  ground.setColor(QPalette::Base, coloursOf(palette()).card);
  viewport()->setPalette(ground);
  viewport()->update();
}

// As many columns as there is room for, evenly over the width.
void TileView::spread() {
  QSize cell = m_delegate->cellSize();
  const int columns = std::max(1, (viewport()->width() - 1) / cell.width());
  cell.setWidth(std::max(cell.width(), (viewport()->width() - 1) / columns));
  if (gridSize() != cell) setGridSize(cell);
}

void TileView::resizeEvent(QResizeEvent* event) {
  spread();
  QListView::resizeEvent(event);
}

void TileView::setHint(const QString& text) {
  if (text == m_hint) return;
  m_hint = text;
  viewport()->update();
}

bool TileView::event(QEvent* event) {
  const bool handled = QListView::event(event);
  const auto type = event->type();
  if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::Show)
    refresh();
  return handled;
}

void TileView::paintEvent(QPaintEvent* event) {
  QListView::paintEvent(event);
  if (m_hint.isEmpty()) return;
  QPainter painter(viewport());
  painter.setPen(coloursOf(palette()).muted);
  painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
}

void TileView::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && currentIndex().isValid()) {
    emit returnPressed(currentIndex());
    return event->accept();
  }
  QListView::keyPressEvent(event);
}

}  // namespace inkling::ui
