// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history.h"
#include "core/recipe/livefields.h"
#include "core/recipe/recipe.h"
#include "core/train/control.h"

namespace inkling {

/// What is in force in a run: the recipe's own value, or that of the last change by hand of this
/// field that has come.
double inForce(const Recipe& recipe, const LiveField& field, Position position, int stepsPerEpoch);

/// Writes what `change` changes into the recipe, so that the run can be replayed. It takes the
/// place of all changes that were still to come.
void addChange(Recipe& recipe, const Control::Change& change, Position position, int stepsPerEpoch);

}  // namespace inkling
