// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/runstart.h"

#include "core/base/error.h"
#include "core/model/fits.h"
#include "core/train/fitrecipe.h"
#include "core/train/trainer.h"

#include <utility>

namespace inkling {
namespace {

void requireSound(const Recipe& recipe, const ImageFormat& images) {
  const auto problems = validate(recipe, images.shape, images.classes);
  if (!problems.empty())
    throw Error("The recipe \"" + recipe.name + "\" cannot run:\n" + describe(problems));
}

}  // namespace

Split fittingSplit(const DataSource& source, const Model& model) {
  Split parts = split(source, model.recipe.data, model.recipe.seed);
  if (parts.train.count() == 0) throw Error("There are no training images.");
  for (const DataView* part : {&parts.train, &parts.validation, &parts.test})
    requireFits(model.network, *part);
  return parts;
}

Model onData(Model model, const DataSource& source) {
  model.dataFingerprint = source.fingerprint;
  model.testDrawn = source.testDrawn;
  return model;
}

Model freshModel(Recipe recipe, const DataSource& source) {
  requireSound(recipe, formatOf(*source.train));
  Model model;
  model.network = Network<float>(source.train->shape(), recipe.layers);
  model.network.initialise(recipe.seed);
  model.classNames = source.classNames;
  model.preparation = preparationFor(recipe, source);
  model.recipe = std::move(recipe);
  return onData(std::move(model), source);
}

}  // namespace inkling
