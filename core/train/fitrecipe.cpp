// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/train/fitrecipe.h"

#include "core/data/classnames.h"
#include "core/ink/preparation.h"

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

Preparation preparationFor(const Recipe& recipe, const DataSource& source) {
  const Preparation wanted = recipe.data.prepare;
  return wanted == Preparation::Auto ? preparationFor(source) : wanted;
}

AugmentSpec augmentFor(const Recipe& recipe, const DataSource& source) {
  AugmentSpec done = recipe.augment;
  const bool digitsOnly = done.variants > 0 || done.synthetic > 0 || done.scribbles > 0;
  if (!done.enabled || !digitsOnly) return done;
  if (areDigits(source.classNames) && preparationFor(recipe, source) == Preparation::Digits)
    return done;
  done.variants = 0;
  done.synthetic = 0;
  done.scribbles = 0;
  return done;
}

std::string leftOutSentence(const Recipe& recipe, const DataSource& source) {
  if (augmentFor(recipe, source) == recipe.augment) return {};
  return "Variants of digits, digits written by pen templates and scribbles are left out of the "
         "augmentation: the images of " +
         source.title + " do not look like MNIST's digits.";
}

}  // namespace inkling
