// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/session.h"

#include "core/base/error.h"
#include "core/data/catalogue.h"
#include "core/recipe/recipelibrary.h"
#include "core/train/trainer.h"
#include "ui/session/bundledmodel.h"

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

/// What a run with these changes made by hand goes on with.
Recipe withChangesApplied(Recipe recipe) {
  if (recipe.changes.empty()) return recipe;
  recipe.optimizer.learningRate = recipe.changes.back().learningRate;
  recipe.epochs = recipe.changes.back().epochs;
  recipe.changes.clear();
  return recipe;
}

bool sameNow(const Recipe& shown, const Recipe& run) {
  const Recipe now = withChangesApplied(run);
  return shown.optimizer.learningRate == now.optimizer.learningRate && shown.epochs == now.epochs;
}

}  // namespace

Session::Session(std::filesystem::path resources, QObject* parent)
    : QObject(parent),
      m_resources(std::move(resources)) {
  connect(&m_training, &Training::reported, this, &Session::onReport);
  connect(&m_training, &Training::failed, this, &Session::failed);
  connect(&m_training, &Training::stateChanged, this, &Session::updateSplit);
  try {
    m_recipe = findRecipe(kFirstRecipe, m_resources);
  } catch (const Error& error) {
    m_recipe.layers = {LayerSpec::of(LayerKind::Flatten), LayerSpec::dense(10)};
    QMetaObject::invokeMethod(
        this, [this, text = QString::fromUtf8(error.what())] { emit failed(text); },
        Qt::QueuedConnection);
  }
  loadBundledModel();
  loadData();
}

Session::~Session() = default;

void Session::setRecipe(const Recipe& recipe) {
  if (recipe == m_recipe) return;
  const Recipe before = std::exchange(m_recipe, recipe);
  const bool newRate = before.optimizer.learningRate != recipe.optimizer.learningRate;
  if (newRate || before.epochs != recipe.epochs) {
    if (before.changes == recipe.changes) m_recipe.changes.clear();  // else it came with them
    m_training.change({recipe.optimizer.learningRate, recipe.epochs});
  }
  const bool continues = m_training.active() || m_training.state() == Training::State::Stopped;
  if (!continues && recipe.data.set != before.data.set) loadData();
  updateSplit();
  emit recipeChanged();
}

bool Session::changesPending() const {
  const auto state = m_training.state();
  if (state == Training::State::Idle || state == Training::State::Finished) return false;
  return !sameFromTheStart(m_recipe, m_training.recipe());
}

Recipe Session::recipeForFile() const {
  const bool fromRun = m_model && m_origin == Origin::Trained && m_model->position != Position{} &&
                       sameFromTheStart(m_recipe, m_model->recipe);
  return fromRun ? m_model->recipe : m_recipe;
}

void Session::adopt(ModelFile file) {
  const ModelPtr model = modelInUse(file);
  m_training.reset();
  if (file.state) {
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->model = std::move(file.model);
    checkpoint->state = std::move(*file.state);
    m_training.adopt(std::move(checkpoint));
  }
  setModel(model);
  setRecipe(withChangesApplied(model->recipe));
  if (m_recipe.data.set != m_dataName) loadData();
  emit modelOpened();
}

void Session::usePersonal(ModelPtr model) {
  if (!model && !m_bundledModel) return;
  m_training.reset();
  const Origin origin = model ? Origin::Personal : Origin::Bundled;
  setModel(model ? std::move(model) : m_bundledModel, origin);
  emit recipeChanged();
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

void Session::rewind() {
  m_beginWhenLoaded.reset();
  m_training.reset();
  if (m_recipe.data.set != m_dataName) {
    m_rewindWhenLoaded = true;
    if (!loading()) loadData();
    return;
  }
  m_rewindWhenLoaded = false;
  if (!m_data) return;
  try {
    setModel(std::make_shared<const Model>(freshModel(m_recipe, *m_data)));
    emit rewound();
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
  }
  emit recipeChanged();
}

void Session::begin(Training::Begin begin) {
  if (m_training.active()) {
    m_training.go(begin);
  } else if (loading()) {
    m_beginWhenLoaded = begin;
  } else if (m_data && m_training.state() == Training::State::Stopped) {
    resume(begin);
  } else if (m_data) {
    m_training.startFresh(m_recipe, m_data, begin);
  }
}

void Session::resume(Training::Begin begin) {
  if (m_dataName != m_training.recipe().data.set) {
    emit failed(tr("This run was trained on “%1”, which could not be loaded, so it cannot go on. "
                   "Press Rewind to start anew on the data that is here.")
                    .arg(QString::fromStdString(m_training.recipe().data.set)));
    return;
  }
  m_training.resume(m_data, begin);
  if (m_model && sameNow(m_recipe, m_model->recipe)) return;
  m_training.change({m_recipe.optimizer.learningRate, m_recipe.epochs});
}

void Session::onReport(const Report& report) {
  if (report.model) setModel(report.model);
}

void Session::loadData() {
  const std::string name = m_recipe.data.set;
  m_loader.start(
      [name, resources = m_resources](const std::atomic<bool>&) {
        return std::make_shared<const DataSource>(loadDataSource(name, resources));
      },
      [this, name](const DataPtr& data) {
        m_dataName = name;
        setData(data);
      },
      [this](const QString& sentence) {
        if (m_data) m_recipe.data.set = m_dataName;
        m_beginWhenLoaded.reset();
        m_rewindWhenLoaded = false;
        emit failed(sentence);
        emit recipeChanged();
        emit dataChanged();
      });
  emit dataChanged();
}

void Session::setData(DataPtr data) {
  m_data = std::move(data);
  updateSplit();
  emit dataChanged();
  const auto next = std::exchange(m_beginWhenLoaded, std::nullopt);
  if (m_rewindWhenLoaded) rewind();
  if (next) begin(*next);
}

void Session::updateSplit() {
  if (!m_data) return;
  const DataSpec& spec = m_training.active() ? m_training.recipe().data : m_recipe.data;
  if (m_split.train.set == m_data->train && spec == m_splitSpec) return;
  try {
    m_split = inkling::split(*m_data, spec);
    m_splitSpec = spec;
    emit splitChanged();
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
  }
}

void Session::loadBundledModel() {
  m_modelLoader.start(
      [resources = m_resources](const std::atomic<bool>&) { return loadFirstModels(resources); },
      [this](const FirstModels& found) {
        m_bundledModel = found.bundled;
        if (!m_model && found.personal)
          setModel(found.personal, Origin::Personal);
        else if (!m_model && found.bundled)
          setModel(found.bundled, Origin::Bundled);
        if (!found.problem.empty()) emit failed(QString::fromStdString(found.problem));
      },
      [this](const QString& sentence) { emit failed(sentence); });
}

void Session::setModel(ModelPtr model, Origin origin) {
  m_model = std::move(model);
  m_origin = origin;
  emit modelChanged();
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
