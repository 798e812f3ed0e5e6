// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sweep/heatmap.h"

#include "ui/plots/curvegraphs.h"
#include "ui/session/sentences.h"
#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace inkling::ui {

namespace {

constexpr double kPoint = 16;  // pixels

QCPColorGradient viridis() {
  QCPColorGradient gradient;
  gradient.clearColorStops();
  static constexpr QRgb kStops[] = {0xff440154, 0xff3b528b, 0xff21918c, 0xff5ec962, 0xfffde725};
  for (int i = 0; i < 5; ++i) gradient.setColorStopAt(i / 4.0, QColor(kStops[i]));
  gradient.setNanHandling(QCPColorGradient::nhTransparent);
  return gradient;
}

/// Black or white, whichever reads on it.
QColor readableOn(const QColor& ground) {
  return qGray(ground.rgb()) > 130 ? Qt::black : Qt::white;
}

/// From the middle of the first to that of the last; a single one has no such span.
QCPRange extent(int cells) { return cells > 1 ? QCPRange(0, cells - 1) : QCPRange(-0.5, 0.5); }

}  // namespace

Heatmap::Heatmap(QWidget* parent)
    : QCustomPlot(parent),
      m_map(new QCPColorMap(xAxis, yAxis)),
      m_scale(new QCPColorScale(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(220, 180);
  m_map->setInterpolate(false);
  m_map->setTightBoundary(false);
  plotLayout()->addElement(0, 1, m_scale);
  m_scale->setBarWidth(10);
  m_scale->setGradient(viridis());
  m_map->setColorScale(m_scale);
  const auto margins = new QCPMarginGroup(this);
  for (QCPLayoutElement* element :
       {static_cast<QCPLayoutElement*>(axisRect()), static_cast<QCPLayoutElement*>(m_scale)})
    element->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
  build(palette());
}

void Heatmap::setTable(HeatTable table) {
  m_table = std::move(table);
  m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_table.cells.size()) - 1));
  build(palette());
}

void Heatmap::build(const QPalette& palette) {
  const Colours colours = coloursOf(palette);
  setBackground(QBrush(colours.card));
  clearItems();
  setAxes();
  for (QCPAxis* axis : {xAxis, yAxis, m_scale->axis()}) setAxisColours(axis, colours);
  for (QCPAxis* axis : {xAxis, yAxis}) {
    axis->grid()->setVisible(m_table.scattered);
    axis->setTickLength(0, m_table.scattered ? 4 : 0);
    axis->setSubTicks(m_table.scattered);
    if (!m_table.scattered) axis->setBasePen(Qt::NoPen);
  }
  const bool any = !m_table.cells.empty();
  m_map->setVisible(any && !m_table.scattered);
  for (QCPAxis* axis : {xAxis, yAxis}) axis->setVisible(any);
  fillColours();
  for (int i = 0; i < static_cast<int>(m_table.cells.size()); ++i) {
    if (m_table.scattered)
      addPoint(i, palette);
    else
      addCell(i, palette);
  }
  replot(rpQueuedReplot);
}

void Heatmap::fillColours() {
  const double low = 100 * m_table.low;
  const double high = 100 * m_table.high;
  const bool any = low <= high;
  m_scale->setVisible(any);
  m_scale->axis()->setVisible(any);
  m_scale->setLabel(m_table.valueTitle);
  m_scale->setDataRange(!any         ? QCPRange(0, 100)
                        : low < high ? QCPRange(low, high)
                                     : QCPRange(low - 0.5, low + 0.5));
  if (m_table.scattered || m_table.cells.empty()) return;
  const int columns = m_table.columns();
  m_map->data()->setSize(columns, m_table.rows());
  m_map->data()->setRange(extent(columns), extent(m_table.rows()));
  for (int i = 0; i < columns * m_table.rows(); ++i) {
    const auto& accuracy = m_table.cells[static_cast<std::size_t>(i)].accuracy;
    m_map->data()->setCell(i % columns, i / columns,
                           accuracy ? 100 * *accuracy : std::numeric_limits<double>::quiet_NaN());
  }
}

QColor Heatmap::colourOf(const HeatCell& cell) const {
  QCPColorGradient gradient = viridis();
  return gradient.color(100 * cell.accuracy.value_or(0), m_scale->dataRange());
}

void Heatmap::addCell(int cell, const QPalette& palette) {
  const Colours colours = coloursOf(palette);
  const HeatCell& from = m_table.cells[static_cast<std::size_t>(cell)];
  if (from.id >= 0 && !from.accuracy) frame(cell, QPen(colours.frame, 1));
  auto* text = new QCPItemText(this);
  text->position->setCoords(cell % m_table.columns(), cell / m_table.columns());
  text->setText(from.accuracy ? percent(*from.accuracy)
                : from.id < 0 ? QString()
                              : QStringLiteral("…"));
  text->setColor(from.accuracy ? readableOn(colourOf(from)) : colours.muted);
  text->setFont(font());
  if (from.id >= 0 && from.id == m_table.best) {
    QFont bold = font();
    bold.setBold(true);
    text->setFont(bold);
    frame(cell, QPen(colours.text, 3));
  }
  if (hasFocus() && cell == m_current) frame(cell, QPen(colours.accent, 2, Qt::DashLine));
}

void Heatmap::addPoint(int cell, const QPalette& palette) {
  const Colours colours = coloursOf(palette);
  const HeatCell& from = m_table.cells[static_cast<std::size_t>(cell)];
  const bool current = hasFocus() && cell == m_current;
  auto* point = new QCPItemTracer(this);
  point->setStyle(QCPItemTracer::tsCircle);
  point->position->setCoords(from.at);
  point->setSize(from.id == m_table.best ? kPoint + 6 : kPoint);
  point->setBrush(from.accuracy ? QBrush(colourOf(from)) : QBrush(Qt::NoBrush));
  point->setPen(current                   ? QPen(colours.accent, 2, Qt::DashLine)
                : from.id == m_table.best ? QPen(colours.text, 3)
                                          : QPen(colours.muted, 1));
}

void Heatmap::frame(int cell, const QPen& pen) {
  auto* rect = new QCPItemRect(this);
  const double x = cell % m_table.columns();
  const double y = cell / m_table.columns();
  rect->topLeft->setCoords(x - 0.47, y + 0.47);
  rect->bottomRight->setCoords(x + 0.47, y - 0.47);
  rect->setPen(pen);
}

QPointF Heatmap::centreOf(int cell) const {
  const QPointF at = m_table.scattered
                         ? m_table.cells[static_cast<std::size_t>(cell)].at
                         : QPointF(cell % m_table.columns(), cell / m_table.columns());
  return {xAxis->coordToPixel(at.x()), yAxis->coordToPixel(at.y())};
}

bool Heatmap::saveTo(const QString& file) {
  constexpr int kWidth = 900;
  constexpr int kHeight = 640;
  build(lightPalette());
  setBackground(QBrush(Qt::white));
  if (!m_table.others.isEmpty())  // the tab that says it is not in the picture
    xAxis->setLabel(QStringLiteral("%1 (%2)").arg(m_table.xTitle, m_table.others));
  const bool saved = file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)
                         ? savePdf(file, kWidth, kHeight)
                         : savePng(file, kWidth, kHeight, 2);
  build(palette());
  return saved;
}

int Heatmap::cellAt(const QPointF& position) const {
  if (!axisRect()->rect().contains(position.toPoint())) return -1;
  if (m_table.scattered) {
    for (int i = static_cast<int>(m_table.cells.size()) - 1; i >= 0; --i)
      if (QLineF(centreOf(i), position).length() < kPoint) return i;
    return -1;
  }
  const int x = static_cast<int>(std::lround(xAxis->pixelToCoord(position.x())));
  const int y = static_cast<int>(std::lround(yAxis->pixelToCoord(position.y())));
  if (x < 0 || y < 0 || x >= m_table.columns() || y >= m_table.rows()) return -1;
  return y * m_table.columns() + x;
}

bool Heatmap::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QCustomPlot::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int cell = cellAt(help->pos());
  const QString hint = cell < 0 ? QString() : m_table.cells[static_cast<std::size_t>(cell)].hint;
  QToolTip::showText(help->globalPos(), hint.isEmpty() ? toolTip() : hint, this);
  return true;
}

void Heatmap::mousePressEvent(QMouseEvent* event) {
  QCustomPlot::mousePressEvent(event);
  const int cell = cellAt(event->position());
  if (event->button() == Qt::LeftButton && cell >= 0) m_current = cell;
  build(palette());
}

void Heatmap::mouseReleaseEvent(QMouseEvent* event) {
  QCustomPlot::mouseReleaseEvent(event);
  const int cell = cellAt(event->position());
  if (event->button() != Qt::LeftButton || cell < 0 || cell != m_current) return;
  emit chosen(m_table.cells[static_cast<std::size_t>(cell)].id);
}

bool Heatmap::steps(int key) {
  const int columns = m_table.scattered ? 1 : std::max(1, m_table.columns());
  const int column = m_current % columns;
  int next = m_current;
  if (key == Qt::Key_Left)
    next -= m_table.scattered || column > 0 ? 1 : 0;
  else if (key == Qt::Key_Right)
    next += m_table.scattered || column < columns - 1 ? 1 : 0;
  else if (key == Qt::Key_Up)
    next += columns;
  else if (key == Qt::Key_Down)
    next -= columns;
  else
    return false;
  if (next >= 0 && next < static_cast<int>(m_table.cells.size())) m_current = next;
  build(palette());
  return true;
}

void Heatmap::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && m_current < static_cast<int>(m_table.cells.size()))
    emit chosen(m_table.cells[static_cast<std::size_t>(m_current)].id);
  else if (!steps(event->key()))
    QCustomPlot::keyPressEvent(event);
}

void Heatmap::focusInEvent(QFocusEvent* event) {
  QCustomPlot::focusInEvent(event);
  build(palette());
}

void Heatmap::focusOutEvent(QFocusEvent* event) {
  QCustomPlot::focusOutEvent(event);
  build(palette());
}

void Heatmap::changeEvent(QEvent* event) {
  QCustomPlot::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
    build(palette());
}

}  // namespace inkling::ui
