// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/data/catalogue.h"
#include "ui/session/bundledmodel.h"
#include "ui/session/session.h"

#include <utility>

namespace inkling::ui {

/// What a run needs that is under way or can go on, else what the settings say.
const DataSpec& Session::wantedData() const {
  const bool holds = m_training.active() || m_training.state() == Training::State::Stopped;
  const DataSpec& run = m_training.recipe().data;
  return holds && run != m_missing ? run : m_recipe.data;
}

void Session::followRecipe() {
  if (m_rewindWhenLoaded) return;
  const DataSpec& wanted = wantedData();
  if (m_loaded && m_loaded->spec == wanted) {
    if (!m_loading) return;
    m_loading.reset();
    m_loader.cancel();
    emit dataChanged();
    if (const auto next = std::exchange(m_beginWhenLoaded, std::nullopt)) begin(*next);
  } else {
    bring(wanted);
  }
}

void Session::bring(const DataSpec& spec) {
  if (m_loading == spec) return;
  if (!m_loaded || m_loaded->spec.set != spec.set) {
    load(spec);
    return;
  }
  m_loader.cancel();
  try {
    publish(divide(data(), spec));
  } catch (const Error& error) {
    refuse(spec, QString::fromUtf8(error.what()));
  }
}

void Session::load(const DataSpec& spec) {
  m_loading = spec;
  m_loader.start(
      [spec, resources = m_resources](const std::atomic<bool>&) {
        return divide(std::make_shared<const DataSource>(loadDataSource(spec.set, resources)),
                      spec);
      },
      [this](const LoadedDataPtr& data) { publish(data); },
      [this, spec](const QString& sentence) { refuse(spec, sentence); });
  emit dataChanged();
}

void Session::publish(LoadedDataPtr data) {
  const bool another = m_loaded != nullptr;
  m_loading.reset();
  m_loaded = std::move(data);
  if (m_missing == m_loaded->spec) m_missing.reset();
  emit splitChanged();
  emit dataChanged();
  if (another) emit acted();
  if (std::exchange(m_rewindWhenLoaded, false)) rewindNow();
  if (m_loading || m_rewindWhenLoaded) return;  // it wants others by now
  if (const auto next = std::exchange(m_beginWhenLoaded, std::nullopt)) begin(*next);
}

/// The set that was wanted cannot be had: everything stays as it was.
void Session::refuse(const DataSpec& spec, const QString& sentence) {
  if (spec == m_training.recipe().data) m_missing = spec;
  if (m_loaded && m_recipe.data == spec) m_recipe.data = m_loaded->spec;
  m_loading.reset();
  m_beginWhenLoaded.reset();
  m_rewindWhenLoaded = false;
  emit failed(sentence);
  emit recipeChanged();
  emit dataChanged();
  if (wantedData() != spec) followRecipe();
}

void Session::loadBundledModel() {
  m_modelLoader.start(
      [resources = m_resources](const std::atomic<bool>&) { return loadFirstModels(resources); },
      [this](const FirstModels& found) {
        m_bundledModel = found.bundled;
        using Origin = UsedModel::Origin;
        if (!model() && found.personal)
          m_document.replace({.model = found.personal, .origin = Origin::Personal});
        else if (!model() && found.bundled)
          m_document.replace({.model = found.bundled, .origin = Origin::Bundled});
        if (!found.problem.empty()) emit failed(QString::fromStdString(found.problem));
      },
      [this](const QString& sentence) { emit failed(sentence); });
}

}  // namespace inkling::ui
