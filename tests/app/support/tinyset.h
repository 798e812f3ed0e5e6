// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace inkling::test {

/// A digit as on a pocket calculator's display, ink on paper, slightly different for every
/// `variant`.
QImage drawDigit(int digit, int side, int variant, QColor ink = Qt::black,
                 QColor paper = Qt::white);

/// Writes the four raw IDX files of a small, easy data set: such digits in the form a network is
/// given. False if a file cannot be written.
bool writeTinySet(const QString& folder, int train = 600, int test = 200);

}  // namespace inkling::test
