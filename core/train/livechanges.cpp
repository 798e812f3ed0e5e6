// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/livechanges.h"

#include <string>
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

double inForce(const Recipe& recipe, const LiveField& field, Position position, int stepsPerEpoch) {
  double value = field.get(recipe);
  for (const LiveChange& change : recipe.changes)
    if (change.field == field.path && hasCome(change, position, stepsPerEpoch))
      value = change.value;
  return value;
}

void addChange(Recipe& recipe, const Control::Change& change, Position position,
               int stepsPerEpoch) {
  std::erase_if(recipe.changes,
                [&](const LiveChange& other) { return !hasCome(other, position, stepsPerEpoch); });
  const auto add = [&](const LiveField& field, auto wanted) {
    if (!wanted || *wanted == inForce(recipe, field, position, stepsPerEpoch)) return;
    recipe.changes.push_back(
        {std::string(field.path), static_cast<double>(*wanted), position.epoch, position.step});
  };
  add(kLiveRate, change.learningRate);
  add(kLiveEpochs, change.epochs);
}

}  // namespace inkling
