// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The heatmap's axes: labels for a table, numbers for points.

#include "ui/pages/sweep/heatmap.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace inkling::ui {

namespace {

void setLabels(QCPAxis* axis, const QStringList& labels) {
  const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
  for (int i = 0; i < labels.size(); ++i) ticker->addTick(i, labels[i]);
  axis->setTicker(ticker);
  axis->setScaleType(QCPAxis::stLinear);
  axis->setRange(-0.5, std::max(1, static_cast<int>(labels.size())) - 0.5);
}

}  // namespace

void Heatmap::setAxes() {
  xAxis->setLabel(m_table.xTitle);
  yAxis->setLabel(m_table.yTitle);
  if (!m_table.scattered) {
    setLabels(xAxis, m_table.xLabels);
    setLabels(yAxis, m_table.yLabels);
    return;
  }
  setPointAxis(xAxis, m_table.xMagnitudes, &QPointF::x);
  setPointAxis(yAxis, m_table.yMagnitudes, &QPointF::y);
}

void Heatmap::setPointAxis(QCPAxis* axis, bool magnitudes, double (QPointF::*value)() const) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (const HeatCell& cell : m_table.cells) {
    low = std::min(low, (cell.at.*value)());
    high = std::max(high, (cell.at.*value)());
  }
  if (!(low <= high)) low = high = 1;
  if (magnitudes) {
    const double room = std::pow(high / low, 0.08);
    axis->setScaleType(QCPAxis::stLogarithmic);
    axis->setTicker(QSharedPointer<QCPAxisTickerLog>(new QCPAxisTickerLog));
    axis->setRange(low / room, high * room);
  } else {
    const double room = high > low ? 0.08 * (high - low) : 0.5;
    axis->setScaleType(QCPAxis::stLinear);
    axis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    axis->setRange(low - room, high + room);
  }
  axis->setNumberFormat(QStringLiteral("gb"));
  axis->setNumberPrecision(3);
}

}  // namespace inkling::ui
