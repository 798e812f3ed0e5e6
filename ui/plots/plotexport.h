// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/curve.h"
#include "ui/plots/valuescale.h"

#include <QByteArray>
#include <QString>

namespace inkling::ui {

/// What a picture of a plot needs.
struct PlotPicture {
  const RunCurves& run;
  const RunCurves& ghost;
  ValueScale scale;
  AxisRange x;  ///< epochs
  AxisRange y;  ///< axis units
  QString title;
};

/// A file's bytes, on white paper with a legend; `suffix` is png, pdf or svg. Empty for anything
/// else.
QByteArray renderPlot(const PlotPicture& picture, const QString& suffix);

/// Every point, one a line: run,curve,epoch,value.
QByteArray plotCsv(const RunCurves& run, const RunCurves& ghost);

}  // namespace inkling::ui
