// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/confusionview.h"

#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace inkling::ui {

namespace {

// Cells this small show no numbers.
constexpr double kLeastText = 18;

QString shareText(double share) {
  if (share <= 0 || share >= 1) return QLocale().toString(100 * share, 'f', 0);
  // Never rounded to none or to all.
  const double percent = std::clamp(100 * share, 0.1, 99.9);
  const int digits = percent < 9.95 || percent >= 99 ? 1 : 0;
  return QLocale().toString(percent, 'f', digits);
}

}  // namespace

ConfusionView::ConfusionView(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ConfusionView::setConfusion(const Confusion& confusion, const QStringList& names) {
  m_confusion = confusion;
  m_names = names;
  m_why.clear();
  m_mostErrors = 0;
  for (int r = 0; r < confusion.classes(); ++r)
    for (int c = 0; c < confusion.classes(); ++c)
      if (r != c) m_mostErrors = std::max(m_mostErrors, confusion.count(r, c));
  setAccessibleDescription(describe(m_chosen));
  update();
}

void ConfusionView::clear(const QString& why) {
  m_confusion = Confusion();
  m_why = why;
  setAccessibleDescription(why);
  update();
}

void ConfusionView::setMode(Mode mode) {
  m_mode = mode;
  update();
}

void ConfusionView::setChosen(const ConfusionCell& cell) {
  if (cell == m_chosen) return;
  m_chosen = cell;
  setAccessibleDescription(describe(cell));
  update();
}

void ConfusionView::choose(const ConfusionCell& cell) {
  setChosen(cell == m_chosen ? ConfusionCell() : cell);
  emit cellChosen(m_chosen);
}

QString ConfusionView::describe(const ConfusionCell& cell) const {
  if (m_confusion.classes() == 0) return m_why;
  const QLocale locale;
  const auto name = [this](int i) { return m_names.value(i, QString::number(i)); };
  if (cell.isAll())
    return tr("All classes: %1 of %2 images read wrong.")
        .arg(locale.toString(m_confusion.errors()), locale.toString(m_confusion.total()));
  if (cell.predicted < 0)
    return tr("True %1: %2 images, %3 of them read wrong.")
        .arg(name(cell.label), locale.toString(m_confusion.rowSum(cell.label)),
             locale.toString(m_confusion.rowSum(cell.label) -
                             m_confusion.count(cell.label, cell.label)));
  if (cell.label < 0)
    return tr("Read as %1: %2 images, %3 of them wrongly.")
        .arg(name(cell.predicted), locale.toString(m_confusion.columnSum(cell.predicted)),
             locale.toString(m_confusion.columnSum(cell.predicted) -
                             m_confusion.count(cell.predicted, cell.predicted)));
  return tr("True %1, read as %2: %3 images, %4 % of all %1.")
      .arg(name(cell.label), name(cell.predicted),
           locale.toString(m_confusion.count(cell.label, cell.predicted)),
           shareText(m_confusion.rowShare(cell.label, cell.predicted)));
}

ConfusionLayout ConfusionView::layoutFor(const QSize& size) const {
  double widest = 0;
  const QFontMetricsF metrics(font());
  for (const QString& name : m_names) widest = std::max(widest, metrics.horizontalAdvance(name));
  return {size.width() - 1.0, size.height() - 1.0, m_confusion.classes(),
          std::min(widest, size.width() / 4.0), metrics.height()};
}

QColor ConfusionView::heat(int label, int predicted, const Colours& colours) const {
  const int count = m_confusion.count(label, predicted);
  if (label == predicted)
    return m_mode == Mode::Errors
               ? colours.card
               : diverging(colours, 0.85 * m_confusion.rowShare(label, predicted));
  // The square root keeps single mistakes visible beside frequent ones.
  if (m_mode == Mode::Shares)
    return diverging(colours,
                     -std::min(1.0, std::sqrt(5 * m_confusion.rowShare(label, predicted))));
  return diverging(colours, m_mostErrors > 0 ? -std::sqrt(double(count) / m_mostErrors) : 0);
}

QString ConfusionView::textOf(int label, int predicted) const {
  const int count = m_confusion.count(label, predicted);
  if (count == 0 || (m_mode == Mode::Errors && label == predicted)) return {};
  if (m_mode == Mode::Shares) return shareText(m_confusion.rowShare(label, predicted));
  return QString::number(count);
}

void ConfusionView::paintCell(QPainter& painter, const QRectF& rect, int label, int predicted,
                              const Colours& colours) const {
  const QColor fill = heat(label, predicted, colours);
  painter.fillRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), fill);
  const QString text = textOf(label, predicted);
  if (text.isEmpty() || rect.width() < kLeastText) return;
  QFont small = font();
  const double room = rect.width() - 4;
  const double needed = QFontMetricsF(small).horizontalAdvance(text);
  if (needed > room) small.setPointSizeF(std::max(4.0, small.pointSizeF() * room / needed));
  painter.setFont(small);
  painter.setPen(fill.lightnessF() > 0.55 ? QColor(0x14181d) : QColor(0xf6f7f9));
  painter.drawText(rect, Qt::AlignCenter, text);
}

void ConfusionView::paintNames(QPainter& painter, const ConfusionLayout& layout,
                               const Colours& colours) const {
  painter.setFont(font());
  painter.setPen(colours.muted);
  painter.drawText(layout.columnTitle(), Qt::AlignCenter, tr("read as →"));
  painter.save();
  painter.translate(layout.rowTitle().bottomLeft());
  painter.rotate(-90);
  painter.drawText(QRectF(0, 0, layout.rowTitle().height(), layout.lineHeight), Qt::AlignCenter,
                   tr("← true class"));
  painter.restore();
  const QFontMetricsF metrics(font());
  const auto paint = [&](int i, bool asRow, bool current) {
    const QString name = m_names.value(i, QString::number(i));
    painter.setPen(current ? colours.text : colours.muted);
    const double room = asRow ? layout.nameWidth : layout.side() * layout.columnStep();
    const QRectF at = asRow
                          ? layout.rowName(i).adjusted(0, -layout.lineHeight, 0, layout.lineHeight)
                          : layout.columnName(i).adjusted(-room, 0, room, 0);
    const int aligned = static_cast<int>(asRow ? Qt::AlignRight : Qt::AlignHCenter);
    painter.drawText(at, static_cast<int>(Qt::AlignVCenter) | aligned,
                     metrics.elidedText(name, Qt::ElideRight, room));
  };
  const auto paintAll = [&](bool asRow, int step, int chosen, int hovered) {
    const auto near = [&](int i, int current) {
      return current >= 0 && std::abs(i - current) < step;
    };
    const int last = hovered >= 0 ? hovered : chosen;
    for (int i = 0; i < m_confusion.classes(); i += step)
      if (step == 1 || !near(i, last)) paint(i, asRow, i == chosen || i == hovered);
    if (step > 1 && last >= 0) paint(last, asRow, true);
  };
  paintAll(true, layout.rowStep(), m_chosen.label, m_hovered.label);
  paintAll(false, layout.columnStep(), m_chosen.predicted, m_hovered.predicted);
}

void ConfusionView::paintChosen(QPainter& painter, const ConfusionLayout& layout,
                                const Colours& colours) const {
  const auto outline = [&](const ConfusionCell& cell, const QPen& pen) {
    if (cell.isAll()) return;
    const int last = m_confusion.classes() - 1;
    const QRectF from = layout.cell(std::max(0, cell.label), std::max(0, cell.predicted));
    const QRectF to =
        layout.cell(cell.label < 0 ? last : cell.label, cell.predicted < 0 ? last : cell.predicted);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(from.united(to).adjusted(1, 1, -1, -1));
  };
  outline(m_hovered, QPen(colours.muted, 1));
  outline(m_chosen, QPen(colours.text, hasFocus() ? 3 : 2));
}

void ConfusionView::paint(QPainter& painter, const ConfusionLayout& layout,
                          const Colours& colours) const {
  if (m_confusion.classes() == 0) {
    painter.setPen(colours.muted);
    painter.drawText(QRectF(0, 0, layout.width, layout.height), Qt::AlignCenter | Qt::TextWordWrap,
                     m_why);
    return;
  }
  for (int r = 0; r < m_confusion.classes(); ++r)
    for (int c = 0; c < m_confusion.classes(); ++c)
      paintCell(painter, layout.cell(r, c), r, c, colours);
  paintNames(painter, layout, colours);
  paintChosen(painter, layout, colours);
}

void ConfusionView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paint(painter, layoutNow(), coloursOf(palette()));
}

void ConfusionView::paintFigure(QPainter& painter, const QSize& size) const {
  painter.setRenderHint(QPainter::Antialiasing);
  paint(painter, layoutFor(size), coloursOf(lightPalette()));
}

bool ConfusionView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const ConfusionCell cell = layoutNow().at(help->pos());
  QToolTip::showText(help->globalPos(), cell.isAll() ? toolTip() : describe(cell), this);
  return true;
}

void ConfusionView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || m_confusion.classes() == 0) return event->ignore();
  choose(layoutNow().at(event->position()));
}

void ConfusionView::mouseMoveEvent(QMouseEvent* event) {
  const ConfusionCell cell = layoutNow().at(event->position());
  if (cell == m_hovered) return;
  m_hovered = cell;
  setCursor(cell.isAll() ? Qt::ArrowCursor : Qt::PointingHandCursor);
  update();
}

void ConfusionView::leaveEvent(QEvent* event) {
  m_hovered = {};
  update();
  QWidget::leaveEvent(event);
}

void ConfusionView::keyPressEvent(QKeyEvent* event) {
  const int last = m_confusion.classes() - 1;
  if (last < 0) return QWidget::keyPressEvent(event);
  ConfusionCell cell = m_chosen;
  switch (event->key()) {
    case Qt::Key_Left:
      cell.predicted = std::max(0, cell.predicted - 1);
      break;
    case Qt::Key_Right:
      cell.predicted = std::min(last, cell.predicted + 1);
      break;
    case Qt::Key_Up:
      cell.label = std::max(0, cell.label - 1);
      break;
    case Qt::Key_Down:
      cell.label = std::min(last, cell.label + 1);
      break;
    case Qt::Key_Escape:
      if (cell.isAll()) return QWidget::keyPressEvent(event);
      cell = {};
      break;
    default:
      return QWidget::keyPressEvent(event);
  }
  if (!cell.isAll()) cell = {std::max(0, cell.label), std::max(0, cell.predicted)};
  if (cell != m_chosen) {
    setChosen(cell);
    emit cellChosen(cell);
  }
}

}  // namespace inkling::ui
