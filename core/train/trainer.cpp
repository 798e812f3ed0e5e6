// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "core/train/run.h"

#include <utility>

namespace inkling {

Trainer::Trainer(Recipe recipe, const DataSource& source, int threads)
    : m_run(std::make_unique<Run>(freshModel(std::move(recipe), source), source, threads)) {}

Trainer::Trainer(Model model, const DataSource& source, int threads)
    : m_run(std::make_unique<Run>(std::move(model), source, threads)) {}

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
