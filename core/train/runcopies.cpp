// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a run hands out of itself, each a copy of its own.

#include "core/train/run.h"

namespace inkling {

void Run::publish(bool epochEnd, Observer& observer) const {
  if (!observer.wantsSnapshot(epochEnd)) return;
  // Only the next step's loss would tell that this one has lost the weights.
  const auto snapshot = std::make_shared<const Model>(model());
  if (snapshot->network.isFinite()) observer.onSnapshot(snapshot);
}

void Run::offerCheckpoint(bool epochEnd, Observer& observer) const {
  if (observer.wantsCheckpoint(epochEnd) && m_kept.networkIsFinite())
    observer.onCheckpoint(std::make_shared<const Checkpoint>(checkpoint()));
}

Model Run::model() const {
  Model copy = m_model;
  copy.batches = m_curve.points();
  if (m_averaging) m_averaging->copyTo(copy.network);
  return copy;
}

Checkpoint Run::checkpoint() const {
  Checkpoint copy{m_model, m_state};
  copy.model.batches = m_curve.points();
  copy.state.optimizerStep = m_step.optimizer().steps();
  copy.state.moments = m_step.optimizer().moments();
  if (m_averaging) copy.state.averages = m_averaging->values();
  copy.state.kept = m_kept.values();
  return copy;
}

}  // namespace inkling
