// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/livechanges.h"

#include <vector>

namespace inkling {
namespace {

bool hasCome(const LiveChange& change, Position position, int stepsPerEpoch) {
  const auto stepsBefore = [stepsPerEpoch](long epochs, int steps) {
    return epochs * stepsPerEpoch + steps;
  };
  return stepsBefore(change.epoch, change.step) <= stepsBefore(position.epoch, position.step);
}

}  // namespace

InForce inForce(const Recipe& recipe, Position position, int stepsPerEpoch) {
  InForce now{recipe.optimizer.learningRate, recipe.epochs};
  for (const LiveChange& change : recipe.changes)
    if (hasCome(change, position, stepsPerEpoch)) now = {change.learningRate, change.epochs};
  return now;
}

void addChange(Recipe& recipe, const Control::Change& change, Position position,
               int stepsPerEpoch) {
  const InForce now = inForce(recipe, position, stepsPerEpoch);
  std::erase_if(recipe.changes,
                [&](const LiveChange& other) { return !hasCome(other, position, stepsPerEpoch); });
  recipe.changes.push_back({position.epoch, position.step,
                            change.learningRate.value_or(now.learningRate),
                            change.epochs.value_or(now.epochs)});
}

}  // namespace inkling
