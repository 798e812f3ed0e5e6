// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/epochmodels.h"

#include "ui/session/session.h"

#include <utility>

namespace inkling::ui {

EpochModels::EpochModels(const Session& session, QObject* parent) : QObject(parent) {
  connect(&session, &Session::modelOpened, this, &EpochModels::clear);
  connect(&session, &Session::rewound, this, &EpochModels::clear);
  connect(&session.training(), &Training::started, this, [this](bool fresh) {
    if (fresh) clear();
  });
  connect(&session.training(), &Training::reported, this,
          [this](const Report& report) { take(report.epochEnds); });
}

void EpochModels::take(const std::vector<ModelPtr>& models) {
  if (models.empty()) return;
  for (const ModelPtr& model : models) {
    // The end of a run tells its last epoch once more.
    const bool again = !m_models.empty() && m_models.back()->position == model->position;
    if (again) m_models.pop_back();
    m_models.push_back(model);
  }
  while (tooMany()) thinOut(m_models);
  emit changed();
}

void EpochModels::clear() {
  m_models.clear();
  emit changed();
}

bool EpochModels::tooMany() const {
  const auto each = static_cast<std::size_t>(m_models.front()->network.parameterCount());
  return m_models.size() > kMost ||
         (m_models.size() > kFewest && m_models.size() * each > kMostParameters);
}

// Every second one goes, but the newest stays.
void EpochModels::thinOut(std::vector<ModelPtr>& models) {
  std::vector<ModelPtr> kept;
  for (std::size_t i = 0; i < models.size(); ++i)
    if (i % 2 == 0 || i + 1 == models.size()) kept.push_back(models[i]);
  models = std::move(kept);
}

}  // namespace inkling::ui
