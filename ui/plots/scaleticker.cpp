// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/scaleticker.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace inkling::ui {
namespace {

constexpr double kLabelLines = 1.25;  // the least distance of two labels, in line heights

double leastDistance(const ValueScale& scale, const std::vector<double>& values) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i < values.size(); ++i) {
    least = std::min(least, std::abs(scale.toAxis(values[i]) - scale.toAxis(values[i - 1])));
  }
  return least;
}

}  // namespace

void ScaleTicker::generate(const QCPRange& range, const QLocale&, QChar, int,
                           QVector<double>& ticks, QVector<double>* subTicks,
                           QVector<QString>* tickLabels) {
  ticks.clear();
  if (subTicks != nullptr) subTicks->clear();
  if (tickLabels != nullptr) tickLabels->clear();
  const double lineHeight = QFontMetricsF(m_axis.tickLabelFont()).height();
  const double apart =
      kLabelLines * lineHeight * range.size() / std::max(1, m_axis.axisRect()->height());
  const AxisRange visible{range.lower, range.upper};
  std::vector<double> values = m_scale.ticks(visible, tickCount());
  for (int count = tickCount() - 1; count > 0 && leastDistance(m_scale, values) < apart; --count) {
    values = m_scale.ticks(visible, count);
  }
  // On a logarithmic axis a line may stay that has no room for its label.
  double labelled = -std::numeric_limits<double>::infinity();
  for (const double value : values) {
    const double place = m_scale.toAxis(value);
    const bool room = place - labelled >= apart;
    if (room) labelled = place;
    ticks << place;
    if (tickLabels != nullptr) *tickLabels << (room ? m_scale.label(value) : QString());
  }
}

}  // namespace inkling::ui
