// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history.h"
#include "core/recipe/recipe.h"
#include "core/train/control.h"

namespace inkling {

/// What is in force in a run: the recipe's own values, or those of the last change by hand that has
/// come.
struct InForce {
  double learningRate = 0;  ///< without the schedule
  int epochs = 0;
};

InForce inForce(const Recipe& recipe, Position position, int stepsPerEpoch);

/// Writes a change into the recipe, so that the run can be replayed. It takes the place of changes
/// that were still to come.
void addChange(Recipe& recipe, const Control::Change& change, Position position, int stepsPerEpoch);

}  // namespace inkling
