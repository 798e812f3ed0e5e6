// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/session.h"

#include "core/base/error.h"
#include "core/model/fits.h"
#include "core/model/trainedon.h"
#include "core/recipe/recipelibrary.h"
#include "core/train/trainer.h"

#include <utility>

namespace inkling::ui {

namespace {

const char* const kFirstRecipe = "mlp";

/// Learning rate and epochs apart, do they train the same?
bool sameFromTheStart(Recipe a, const Recipe& b) {
  a.optimizer.learningRate = b.optimizer.learningRate;
  a.epochs = b.epochs;
  a.changes = b.changes;
  a.title = b.title;
  a.lesson = b.lesson;
  a.published = b.published;
  a.name = b.name;
  return a == b;
}

/// With the knobs as they are turned now.
Recipe withKnobs(Recipe recipe, const Knobs& knobs) {
  recipe.optimizer.learningRate = knobs.learningRate;
  recipe.epochs = knobs.epochs;
  recipe.changes.clear();
  return recipe;
}

}  // namespace

Session::Session(std::filesystem::path resources, const PictureDecoder& pictures, QObject* parent)
    : QObject(parent),
      m_resources(std::move(resources)),
      m_pictures(pictures),
      m_document(m_training),
      m_guard(m_document, m_training) {
  m_training.setThreads(m_preferences.values().threads);
  connect(&m_preferences, &Preferences::changed, this,
          [this] { m_training.setThreads(m_preferences.values().threads); });
  connect(&m_preferences, &Preferences::failed, &m_keeping, &Keeping::lost);
  connect(&m_keeping, &Keeping::failed, this, &Session::failed);
  m_keeping.look(m_preferences);
  connect(&m_training, &Training::reported, this, [this](const Report& report) {
    const bool thrownBack = report.summary && report.summary->reason == StopReason::Diverged;
    m_document.trained(report.model, !report.batches.empty() || thrownBack);
  });
  connect(&m_training, &Training::failed, this, &Session::failed);
  connect(&m_training, &Training::stateChanged, this, &Session::followRecipe);
  connect(&m_document, &ModelDocument::modelChanged, this, [this] {
    divideForModel();
    emit modelChanged();
  });
  connect(&m_guard, &ModelGuard::failed, this, &Session::failed);
  try {
    m_recipe = findRecipe(kFirstRecipe, m_resources);
  } catch (const Error& error) {
    m_recipe.layers = {LayerSpec::of(LayerKind::Flatten), LayerSpec::dense(10)};
    QMetaObject::invokeMethod(
        this, [this, text = QString::fromUtf8(error.what())] { emit failed(text); },
        Qt::QueuedConnection);
  }
  loadBundledModel();
  followRecipe();
}

Session::~Session() = default;

int Session::threads() const {
  return m_training.state() == Training::State::Running ? 1 : m_preferences.values().threads;
}

const DataPtr& Session::data() const {
  static const DataPtr none;
  return m_loaded ? m_loaded->source : none;
}

const Split& Session::split() const {
  static const Split none;
  return m_loaded ? m_loaded->split : none;
}

const Split& Session::modelSplit() const { return m_modelData ? m_modelData->split : split(); }

int Session::imagesUsed() const { return split().train.count() + split().validation.count(); }

void Session::setRecipe(const Recipe& recipe) {
  if (recipe == m_recipe) return;
  const Recipe before = std::exchange(m_recipe, recipe);
  const bool turned = before.optimizer.learningRate != recipe.optimizer.learningRate ||
                      before.epochs != recipe.epochs;
  // Where they came with the recipe, they belong to it.
  if (turned && before.changes == recipe.changes) m_recipe.changes.clear();
  followRecipe();
  emit recipeChanged();
}

Knobs Session::knobs() const {
  if (m_training.state() != Training::State::Idle) return m_training.knobs();
  return {m_recipe.optimizer.learningRate, m_recipe.epochs};
}

void Session::steer(const Control::Change& change) {
  const bool runs = m_training.state() != Training::State::Idle;
  if (runs) m_training.change(change);
  if (runs && m_recipe.name != m_training.recipe().name) {
    emit recipeChanged();
    return;
  }
  Recipe recipe = m_recipe;
  if (change.learningRate) recipe.optimizer.learningRate = *change.learningRate;
  if (change.epochs) recipe.epochs = *change.epochs;
  if (recipe == m_recipe) {
    emit recipeChanged();
    return;
  }
  recipe.published.clear();  // measured with the old ones
  setRecipe(recipe);
}

bool Session::changesPending() const {
  const auto state = m_training.state();
  if (state == Training::State::Idle) return false;
  const Recipe& run = m_training.recipe();
  // A finished network goes on with other settings, but not as another network.
  if (state == Training::State::Finished) return m_recipe.layers != run.layers;
  const Knobs now = m_training.knobs();
  const bool otherEpochs = m_recipe.epochs != now.epochs && m_recipe.epochs != knobsOf(run).epochs;
  return !sameFromTheStart(m_recipe, run) || otherEpochs ||
         m_recipe.optimizer.learningRate != now.learningRate;
}

const Recipe& Session::recipeInUse() const {
  return m_training.state() == Training::State::Idle ? m_recipe : m_training.recipe();
}

Recipe Session::recipeForFile() const {
  const bool fromRun = model() && origin() == UsedModel::Origin::Trained &&
                       model()->position != Position{} &&
                       sameFromTheStart(m_recipe, model()->recipe);
  return fromRun ? model()->recipe : m_recipe;
}

void Session::adopt(std::shared_ptr<ModelFile> file, const QString& path, Then taken) {
  const auto take = [this, file = std::move(file), path, taken, saves = m_document.savesAtOpen()] {
    if (!path.isEmpty() && m_document.saves() != saves) {
      m_document.open(path);  // what was read may have been written over since
      return;
    }
    this->take(*file, path);
    if (taken) taken();
  };
  m_guard.pass(ModelGuard::Loss::Replace, take);
}

void Session::take(ModelFile& file, const QString& path) {
  const ModelPtr model = modelInUse(file);
  m_rewindWhenLoaded = false;
  m_beginWhenLoaded.reset();
  m_missing.reset();
  m_training.adopt(std::move(file));
  m_document.replace({.model = model, .path = path});
  setRecipe(withKnobs(model->recipe, knobsOf(model->recipe)));
  followRecipe();
  emit modelOpened();
  emit acted();
}

void Session::usePersonal(ModelPtr model, Then taken) {
  if (!model && !m_bundledModel) return;
  m_guard.pass(ModelGuard::Loss::Replace, [this, model = std::move(model), taken] {
    m_rewindWhenLoaded = false;
    m_beginWhenLoaded.reset();
    m_training.reset();
    if (model)
      m_document.replace({.model = model, .origin = UsedModel::Origin::Personal});
    else
      m_document.replace({.model = m_bundledModel, .origin = UsedModel::Origin::Bundled});
    emit recipeChanged();
    followRecipe();
    if (taken) taken();
  });
}

void Session::toggle() {
  if (m_training.state() == Training::State::Running)
    m_training.pause();
  else
    begin(Training::Begin::Run);
}

void Session::stepBatch() { begin(Training::Begin::Batch); }

void Session::stepEpoch() { begin(Training::Begin::Epoch); }

void Session::stop() { m_training.stop(); }

void Session::begin(Training::Begin begin) {
  if (loading() && (m_rewindWhenLoaded || !m_training.active()))
    m_beginWhenLoaded = begin;
  else if (m_training.active())
    m_training.go(begin);
  else if (!m_loaded)
    return;
  else if (m_training.state() == Training::State::Stopped)
    resume(begin);
  else if (m_training.state() == Training::State::Finished)
    goOn(begin);
  else if (!m_guard.holds())
    startFresh(begin);  // what is being saved is a copy
  else
    m_guard.pass(ModelGuard::Loss::Rewind, [this, begin] { startFresh(begin); });
}

void Session::startFresh(Training::Begin begin) {
  try {
    m_document.replace({.model = std::make_shared<const Model>(freshModel(m_recipe, *data()))});
    m_training.startFresh(m_recipe, data(), begin);
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
  }
}

void Session::resume(Training::Begin begin) {
  const std::string& set = m_training.recipe().data.set;
  const SameData same = model() ? sameData(model()->dataFingerprint, *data()) : SameData::Unknown;
  const bool here = same == SameData::Unknown ? m_loaded->set() == set : same == SameData::Yes;
  if (here) {
    m_training.resume(data(), begin);
    return;
  }
  emit failed(tr("This run was trained on “%1”, and those images are not here, so it cannot go on. "
                 "Press Rewind to start anew on the data that is here.")
                  .arg(QString::fromStdString(set)));
}

/// With the settings as they are now if they are of the same network, else with its own.
void Session::goOn(Training::Begin begin) {
  const Recipe& run = m_training.recipe();
  if (m_recipe.layers != run.layers || sameFromTheStart(m_recipe, run)) {
    resume(begin);
    return;
  }
  auto next = std::make_shared<Model>(*model());
  next->recipe = withKnobs(m_recipe, m_training.knobs());
  next->recipe.published.clear();  // measured from fresh weights
  next->history = {};
  next->batches.clear();
  next->position = {};
  if (const std::string reason = misfit(next->network, split().train); !reason.empty()) {
    emit failed(tr("%1 Press Rewind to start anew.").arg(QString::fromStdString(reason)));
    return;
  }
  next->classNames = data()->classNames;
  m_training.startFrom(std::move(next), data(), begin);
}

void Session::rewind() {
  m_guard.pass(ModelGuard::Loss::Rewind, [this] {
    m_beginWhenLoaded.reset();
    rewindNow();
  });
}

void Session::rewindNow() {
  if (!m_loaded || m_loaded->division != divisionOf(m_recipe)) {
    // Until the images are there, everything stays.
    m_training.pause();
    m_rewindWhenLoaded = true;
    bring(divisionOf(m_recipe));
    return;
  }
  try {
    const auto model = std::make_shared<const Model>(freshModel(m_recipe, *data()));
    m_training.reset();
    m_document.replace({.model = model});
    emit rewound();
    emit acted();
  } catch (const Error& error) {
    m_beginWhenLoaded.reset();
    emit failed(QString::fromUtf8(error.what()));
  }
  emit recipeChanged();
}

ModelPtr modelInUse(const ModelFile& file) {
  auto model = std::make_shared<Model>(file.model);
  if (!file.state) return model;
  auto learnt = model->network.parameters();
  for (const auto& statistic : model->network.statistics()) learnt.push_back(statistic);
  if (file.state->averages.size() != learnt.size()) return model;
  for (std::size_t i = 0; i < learnt.size(); ++i) *learnt[i].value = file.state->averages[i];
  return model;
}

}  // namespace inkling::ui
