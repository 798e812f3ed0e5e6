// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/valuescale.h"

#include <qcustomplot.h>

namespace inkling::ui {

/// Ticks of a value axis as ValueScale has them: fewer on a low plot, so that every label stands
/// free of the next.
class ScaleTicker final : public QCPAxisTicker {
public:
  explicit ScaleTicker(const QCPAxis& axis) : m_axis(axis) {}
  void setScale(const ValueScale& scale) { m_scale = scale; }
  void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision,
                QVector<double>& ticks, QVector<double>* subTicks,
                QVector<QString>* tickLabels) override;

private:
  const QCPAxis& m_axis;
  ValueScale m_scale;
};

}  // namespace inkling::ui
