// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/confusion.h"
#include "core/analysis/robustness.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <vector>

class QString;

namespace inkling::ui {

class ConfusionView;
class FigurePlot;

/// The matrix as a table: true classes down, predicted ones across.
QByteArray confusionCsv(const Confusion& confusion, const QStringList& names);

/// Accuracy by kind and strength of the corruption, a row for each; of two models if there are two,
/// with nothing for the kinds that were not measured of the other one.
QByteArray robustnessCsv(const std::vector<RobustnessCurve>& curves,
                         const std::vector<RobustnessCurve>& others);

/// The plots in one picture, row by row; suffix png or pdf. Empty for anything else.
QByteArray plotsPicture(const QList<FigurePlot*>& plots, int columns, const QString& suffix);

/// The matrix as a picture; suffix png or pdf. Empty for anything else.
QByteArray confusionPicture(const ConfusionView& view, const QString& suffix);

}  // namespace inkling::ui
