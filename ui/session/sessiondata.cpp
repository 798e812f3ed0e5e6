// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/data/dataformat.h"
#include "core/data/dataproblems.h"
#include "core/data/datasource.h"
#include "core/train/fitrecipe.h"
#include "ui/session/bundledmodel.h"
#include "ui/session/session.h"

#include <QTimer>

#include <atomic>
#include <utility>

namespace inkling::ui {

namespace {

/// One or the other.
struct LoadingResult {
  LoadedDataPtr data;
  std::vector<DataChoice> choices;
};

}  // namespace

/// What a run needs that is under way or can go on, else what the settings say.
DataDivision Session::wantedData() const {
  const bool holds = m_training.active() || m_training.state() == Training::State::Stopped;
  const DataDivision run = divisionOf(m_training.recipe());
  return holds && run != m_missing ? run : divisionOf(m_recipe);
}

LoadedDataPtr Session::dataOfModel() const {
  if (!model() || !m_loaded) return m_loaded;
  const DataDivision own = divisionOf(model()->recipe);
  if (own == m_loaded->division || own.spec.images() != m_loaded->images()) return m_loaded;
  if (m_modelData && m_modelData->source == m_loaded->source && m_modelData->division == own)
    return m_modelData;
  try {
    return divide(*m_loaded, own);
  } catch (const Error&) {
    return m_loaded;  // a folder with fewer images than it had
  }
}

void Session::divideForModel() {
  const LoadedDataPtr before = std::exchange(m_modelData, dataOfModel());
  if (m_modelData != before) emit modelSplitChanged();
}

void Session::followRecipe() {
  if (m_rewindWhenLoaded) return;
  const DataDivision wanted = wantedData();
  if (m_loaded && m_loaded->division == wanted) {
    if (!m_loading) return;
    m_loading.reset();
    m_loader.cancel();
    emit dataChanged();
    if (const auto next = std::exchange(m_beginWhenLoaded, std::nullopt)) begin(*next);
  } else {
    bring(wanted);
  }
}

void Session::bring(const DataDivision& wanted) {
  if (m_loading == wanted) return;
  if (!m_loaded || m_loaded->images() != wanted.spec.images()) {
    load(wanted);
    return;
  }
  m_loader.cancel();
  try {
    publish(divide(*m_loaded, wanted));
  } catch (const Error& error) {
    refuse(wanted, QString::fromUtf8(error.what()));
  }
}

void Session::load(const DataDivision& wanted) {
  m_loading = wanted;
  m_loadingShare = 0;
  const auto share = std::make_shared<std::atomic<double>>(0);
  auto* clock = new QTimer(this);
  connect(clock, &QTimer::timeout, this, [this, clock, share, wanted] {
    if (m_loading != wanted) return clock->deleteLater();
    m_loadingShare = share->load();
    emit loadingWentOn();
  });
  constexpr int kLookAgain = 50;  // ms
  clock->start(kLookAgain);
  m_loader.start(
      [wanted, share, resources = m_resources,
       &pictures = m_pictures](const std::atomic<bool>& cancel) {
        DataReading reading;
        reading.pictures = &pictures;
        reading.cancel = &cancel;
        reading.progress = [share](double done) { share->store(done); };
        LoadingResult result;
        try {
          auto source = std::make_shared<const DataSource>(
              loadDataSource(wanted.spec.images(), resources, reading));
          auto problems = std::make_shared<const std::vector<DataProblem>>(problemsOf(*source));
          result.data = divide(std::move(source), std::move(problems), wanted);
        } catch (const SeveralSets& several) {
          result.choices = several.choices();
        }
        return result;
      },
      [this, wanted](const LoadingResult& result) {
        if (result.data) return publish(result.data);
        refuse(wanted, {});
        emit choiceWanted(QString::fromStdString(wanted.spec.set), result.choices);
      },
      [this, wanted](const QString& sentence) { refuse(wanted, sentence); });
  emit dataChanged();
}

void Session::cancelLoading() {
  if (!m_loading) return;
  m_loader.cancel();
  refuse(DataDivision(*m_loading), {});
}

void Session::publish(LoadedDataPtr data) {
  const bool another = m_loaded != nullptr;
  m_loading.reset();
  m_loaded = std::move(data);
  if (m_missing == m_loaded->division) m_missing.reset();
  divideForModel();
  fitRecipe();
  emit splitChanged();
  emit dataChanged();
  if (another) emit acted();
  if (std::exchange(m_rewindWhenLoaded, false)) rewindNow();
  if (m_loading || m_rewindWhenLoaded) return;  // it wants others by now
  if (const auto next = std::exchange(m_beginWhenLoaded, std::nullopt)) begin(*next);
}

/// The settings get as many outputs as the set has classes.
void Session::fitRecipe() {
  if (divisionOf(m_recipe) != m_loaded->division) return;
  const DataSource& source = *m_loaded->source;
  if (fitToClasses(m_recipe, source.classes())) {
    emit recipeChanged();
    emit noted(tr("The last layer has %1 units now, one for each class of %2.")
                   .arg(source.classes())
                   .arg(QString::fromStdString(source.title)));
  }
}

/// The set that was wanted cannot be had, or is not wanted any more: everything stays as it was.
void Session::refuse(const DataDivision& wanted, const QString& sentence) {
  if (wanted == divisionOf(m_training.recipe())) m_missing = wanted;
  if (m_loaded && divisionOf(m_recipe) == wanted) m_recipe.data = m_loaded->division.spec;
  m_loading.reset();
  m_beginWhenLoaded.reset();
  m_rewindWhenLoaded = false;
  if (!sentence.isEmpty()) emit failed(sentence);
  emit recipeChanged();
  emit dataChanged();
  if (wantedData() != wanted) followRecipe();
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
        if (!found.personalProblem.empty())
          m_keeping.lost(QString::fromStdString(found.personalProblem));
      },
      [this](const QString& sentence) { emit failed(sentence); });
}

}  // namespace inkling::ui
