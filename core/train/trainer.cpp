// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "core/base/error.h"
#include "core/model/trainedon.h"
#include "core/train/run.h"

#include <utility>

namespace inkling {
namespace {

Model onlyWith(Model model, const DataSource& source, OtherData others) {
  const std::string problem = otherData("This checkpoint", model.dataFingerprint, source);
  if (!problem.empty() && others == OtherData::Refuse) throw Error(problem);
  return model;
}

}  // namespace

Trainer::Trainer(Recipe recipe, const DataSource& source, int threads)
    : m_run(std::make_unique<Run>(freshModel(std::move(recipe), source), source, threads)) {}

Trainer::Trainer(Model model, const DataSource& source, int threads)
    : m_run(std::make_unique<Run>(std::move(model), source, threads)) {}

Trainer::Trainer(Checkpoint checkpoint, const DataSource& source, int threads, OtherData others)
    : m_run(std::make_unique<Run>(onlyWith(std::move(checkpoint.model), source, others), source,
                                  threads)) {
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
