// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCursor>

namespace inkling::ui {

struct Colours;

/// A circle as large as what the eraser reaches, or a cross for the pen.
QCursor canvasCursor(bool eraser, double radius, const Colours& colours);

}  // namespace inkling::ui
