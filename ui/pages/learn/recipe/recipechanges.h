// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"

#include <QStringList>

namespace inkling::ui {

/// What differs in what a run does, a line each in the window's language: "learning rate 0.1 →
/// 0.05", "+ Dropout 0.5 (layer 3)". The data set, the name and changes by hand do not count.
QStringList recipeChanges(const Recipe& from, const Recipe& to);

}  // namespace inkling::ui
