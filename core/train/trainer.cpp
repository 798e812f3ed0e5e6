// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "core/base/error.h"
#include "core/train/run.h"

#include <utility>

namespace inkling {
namespace {

/// With drawn weights.
Model freshModel(Recipe recipe, const DataSource& source) {
  const Dataset& images = *source.train;
  const Shape input{images.height, images.width, 1};
  const auto problems = validate(recipe, input, source.classes());
  if (!problems.empty())
    throw Error("The recipe \"" + recipe.name + "\" cannot run:\n" + describe(problems));
  Model model;
  model.network = Network<float>(input, recipe.layers);
  model.network.initialise(recipe.seed);
  model.classNames = source.classNames;
  model.recipe = std::move(recipe);
  return model;
}

}  // namespace

Trainer::Trainer(Recipe recipe, const DataSource& source, int threads)
    : m_run(std::make_unique<Run>(freshModel(std::move(recipe), source), source, threads)) {}

Trainer::Trainer(Checkpoint checkpoint, const DataSource& source, int threads)
    : m_run(std::make_unique<Run>(std::move(checkpoint.model), source, threads)) {
  m_run->restore(std::move(checkpoint.state));
}

Trainer::~Trainer() = default;

Summary Trainer::run(Control& control, Observer& observer) {
  return m_run->train(control, observer);
}

Model Trainer::model() const { return m_run->model(); }

Checkpoint Trainer::checkpoint() const { return m_run->checkpoint(); }

const Split& Trainer::split() const { return m_run->split(); }

}  // namespace inkling
