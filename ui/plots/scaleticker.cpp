// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/scaleticker.h"

namespace inkling::ui {

void ScaleTicker::generate(const QCPRange& range, const QLocale&, QChar, int,
                           QVector<double>& ticks, QVector<double>* subTicks,
                           QVector<QString>* tickLabels) {
  ticks.clear();
  if (subTicks != nullptr) subTicks->clear();
  if (tickLabels != nullptr) tickLabels->clear();
  for (const double value : m_scale.ticks({range.lower, range.upper}, tickCount())) {
    ticks << m_scale.toAxis(value);
    if (tickLabels != nullptr) *tickLabels << m_scale.label(value);
  }
}

}  // namespace inkling::ui
