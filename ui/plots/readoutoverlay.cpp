// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/readoutoverlay.h"

#include "ui/theme/colours.h"
#include "ui/theme/stylepaint.h"

#include <QPainter>

#include <algorithm>

namespace inkling::ui {
namespace {

constexpr double kPadding = 7;
constexpr double kSwatch = 9;
constexpr double kColumnGap = 12;

// Beside the line, on the side where there is room.
QRectF placeBox(const QSizeF& size, const QRectF& axes, double cursorX) {
  const bool right = cursorX + 12 + size.width() < axes.right();
  const double left = right ? cursorX + 12 : cursorX - 12 - size.width();
  return {QPointF(std::max(left, axes.left()), axes.top() + 6), size};
}

}  // namespace

ReadoutOverlay::ReadoutOverlay(QWidget* plot) : QWidget(plot) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ReadoutOverlay::show(const Readout& readout, const ValueScale& scale, const QRectF& axes,
                          double cursorX) {
  m_readout = readout;
  m_scale = scale;
  m_axes = axes;
  m_cursorX = cursorX;
  m_shown = true;
  update();
}

void ReadoutOverlay::hideReadout() {
  if (!m_shown) return;
  m_shown = false;
  update();
}

std::vector<ReadoutOverlay::Line> ReadoutOverlay::lines() const {
  const Colours colours = coloursOf(palette());
  std::vector<Line> found;
  const auto add = [&](const QColor& colour, const QString& name,
                       const std::optional<double>& value) {
    if (value) found.push_back({colour, name, m_scale.readable(*value)});
  };
  found.push_back({{}, tr("epoch"), QString::number(m_readout.x, 'f', 2)});
  add(colours.train, tr("train"), m_readout.smoothed);
  add(blend(colours.train, colours.card, 0.35), tr("this batch"), m_readout.batch);
  add(colours.train, tr("mean of %1 steps").arg(m_readout.reportSteps), m_readout.reported);
  add(colours.validation, tr("validation"), m_readout.validation);
  add(colours.test, tr("test"), m_readout.test);
  add(colours.ghost, tr("last run"), m_readout.ghost);
  return found;
}

QString ReadoutOverlay::text() const {
  if (!m_shown) return {};
  QStringList parts;
  for (const Line& line : lines()) parts << line.name + QLatin1Char(' ') + line.value;
  return parts.join(QStringLiteral(", "));
}

void ReadoutOverlay::paintEvent(QPaintEvent*) {
  if (!m_shown) return;
  QPainter painter(this);
  const Colours colours = coloursOf(palette());
  painter.setPen(QPen(colours.muted, 1, Qt::DotLine));
  painter.drawLine(QPointF(m_cursorX, m_axes.top()), QPointF(m_cursorX, m_axes.bottom()));
  const QFontMetricsF metrics(font());
  const auto all = lines();
  double names = 0;
  double values = 0;
  for (const Line& line : all) {
    names = std::max(names, metrics.horizontalAdvance(line.name));
    values = std::max(values, metrics.horizontalAdvance(line.value));
  }
  const double row = metrics.height();
  const QSizeF size(2 * kPadding + kSwatch + 5 + names + kColumnGap + values,
                    2 * kPadding - 4 + row * static_cast<double>(all.size()));
  const QRectF box = placeBox(size, m_axes, m_cursorX);
  QColor ground = palette().color(QPalette::ToolTipBase);
  ground.setAlphaF(0.94F);
  stylepaint::panel(&painter, box, ground, colours.frame, 5);
  QRectF line(box.left() + kPadding, box.top() + kPadding - 2, box.width() - 2 * kPadding, row);
  for (const Line& each : all) {
    if (each.colour.isValid()) {
      painter.fillRect(QRectF(line.left(), line.center().y() - 1.5, kSwatch, 3), each.colour);
    }
    painter.setPen(colours.muted);
    painter.drawText(line.adjusted(kSwatch + 5, 0, 0, 0), Qt::AlignVCenter, each.name);
    painter.setPen(colours.text);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, each.value);
    line.translate(0, row);
  }
}

}  // namespace inkling::ui
