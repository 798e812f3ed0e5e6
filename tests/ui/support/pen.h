// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <QRectF>
#include <QString>

class QWidget;

namespace inkling::test {

/// A digit as somebody might write it, fitted into `box`.
Ink writtenDigit(int label, const QRectF& box, unsigned seed = 1);

/// Digits side by side over the whole canvas, in units of its side.
Ink writtenNumber(const QString& digits, unsigned seed = 1);

/// Draws the strokes with the left mouse button: `ink` in units of the square in the middle of the
/// canvas.
void drawWithMouse(QWidget& canvas, const Ink& ink);

}  // namespace inkling::test
