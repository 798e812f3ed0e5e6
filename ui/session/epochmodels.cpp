// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/epochmodels.h"

#include "ui/session/session.h"

namespace inkling::ui {

EpochModels::EpochModels(Session& session, QObject* parent) : QObject(parent), m_session(session) {
  connect(&session, &Session::modelChanged, this, &EpochModels::take);
  connect(&session, &Session::modelOpened, this, &EpochModels::clear);
}

void EpochModels::take() {
  const ModelPtr& model = m_session.model();
  if (!model || m_session.modelIsBundled() || model->position.step != 0) return;
  // Weights that are younger belong to another run.
  if (!m_models.empty()) {
    const Model& last = *m_models.back();
    if (last.position.epoch > model->position.epoch || model->position.epoch == 0 ||
        last.network.specs() != model->network.specs())
      m_models.clear();
    else if (last.position.epoch == model->position.epoch)
      m_models.pop_back();  // the same once more, at the end of the run
  }
  m_models.push_back(model);
  thinOut();
  emit changed();
}

void EpochModels::clear() {
  m_models.clear();
  emit changed();
}

void EpochModels::thinOut() {
  const auto each = static_cast<std::size_t>(m_models.front()->network.parameterCount());
  if (m_models.size() <= kMost && m_models.size() * each <= kMostParameters) return;
  std::vector<ModelPtr> kept;
  for (std::size_t i = 0; i < m_models.size(); i += 2) kept.push_back(m_models[i]);
  if (kept.back() != m_models.back()) kept.push_back(m_models.back());
  m_models = std::move(kept);
}

}  // namespace inkling::ui
