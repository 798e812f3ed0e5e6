// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/confusion.h"

#include <QByteArray>
#include <QStringList>

class QString;

namespace inkling::ui {

class ConfusionView;

/// The matrix as a table: true classes down, predicted ones across.
QByteArray confusionCsv(const Confusion& confusion, const QStringList& names);

/// The matrix as a picture; suffix png or pdf. Empty for anything else.
QByteArray confusionPicture(const ConfusionView& view, const QString& suffix);

}  // namespace inkling::ui
