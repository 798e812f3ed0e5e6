// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPalette;

namespace inkling::ui {

/// So many runs can be told apart by colour.
constexpr int kRunColours = 6;

/// Of the run in that place, from Okabe and Ito's colour-blind-safe set (2008), lightened on dark
/// paper.
QColor runColour(const QPalette& palette, int place);

}  // namespace inkling::ui
