// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/fitrecipe.h"

#include "core/data/classnames.h"

namespace inkling {

bool fitToClasses(Recipe& recipe, int classes) {
  if (recipe.layers.empty()) return false;
  LayerSpec& last = recipe.layers.back();
  if (last.kind != LayerKind::Dense || last.units == classes) return false;
  last.units = classes;
  return true;
}

std::string fittedSentence(const DataSource& source) {
  return "The last layer gets " + std::to_string(source.classes()) +
         " units, one for each class of " + source.title + ".";
}

AugmentSpec augmentFor(const AugmentSpec& spec, const DataSource& source) {
  AugmentSpec done = spec;
  if (areDigits(source.classNames)) return done;
  done.variants = 0;
  done.synthetic = 0;
  done.scribbles = 0;
  return done;
}

std::string leftOutSentence(const AugmentSpec& spec, const DataSource& source) {
  if (!spec.enabled || augmentFor(spec, source) == spec) return {};
  return "Variants of digits, digits written by pen templates and scribbles are left out of the "
         "augmentation: " +
         source.title + " has other classes than the ten digits.";
}

}  // namespace inkling
