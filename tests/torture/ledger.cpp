// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/torture/ledger.h"

#include "core/base/error.h"

namespace inkling::torture {

using State = ui::Training::State;
using Origin = ui::UsedModel::Origin;

namespace {

bool sameWeights(const Model& a, const Model& b) {
  const auto all = [](const Model& model) {
    auto& network = const_cast<Network<float>&>(model.network);
    auto parameters = network.parameters();
    for (const auto& statistic : network.statistics()) parameters.push_back(statistic);
    return parameters;
  };
  const auto left = all(a);
  const auto right = all(b);
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i)
    if (*left[i].value != *right[i].value) return false;
  return true;
}

}  // namespace

Ledger::Ledger(ui::Session& session, const Asker& asker, Deeds& deeds)
    : m_session(session),
      m_asker(asker),
      m_deeds(deeds),
      m_asked(asker.asked()) {
  connect(&session.document(), &ui::ModelDocument::changed, this, &Ledger::follow);
  connect(&session.document(), &ui::ModelDocument::saved, this, &Ledger::checkSaved);
  connect(&session.training(), &ui::Training::started, this, [this](bool fresh) {
    ++m_deeds.runs;
    m_silent = fresh;
  });
  connect(&session.training(), &ui::Training::reported, this, [this](const ui::Report& report) {
    m_deeds.finished += report.ended ? 1 : 0;
    if (report.model) m_silent = false;
  });
  const auto listen = [this](const QString& sentence) {
    ++m_deeds.refusals;
    m_lastFailure = sentence;
    expect(!sentence.contains(QLatin1String("unexpected")), qUtf8Printable(sentence));
  };
  connect(&session, &ui::Session::failed, this, listen);
  connect(&session.document(), &ui::ModelDocument::failed, this, listen);
}

void Ledger::expect(bool holds, const char* sentence) {
  if (!holds) m_broken << QString::fromUtf8(sentence);
}

void Ledger::check() {
  checkModel();
  checkRun();
  checkData();
  checkFile();
}

/// Another document: was the old one given up by the user?
void Ledger::follow() {
  const ui::ModelDocument& document = m_session.document();
  if (document.number() != m_number) {
    expect(!m_used.modified || m_asker.asked() > m_asked,
           "A model that has learnt something was replaced, and nothing was asked.");
    ++m_deeds.documents;
    m_number = document.number();
    m_asked = m_asker.asked();
  }
  m_used = document.used();
  if (m_used.model) m_seeds[m_number] << m_used.model->recipe.seed;
}

void Ledger::checkModel() {
  const ui::UsedModel& used = m_session.document().used();
  const State state = m_session.training().state();
  const bool runs = state == State::Running || state == State::Paused || state == State::Stopped;
  expect(used.path.isEmpty() || used.model, "A file without a model.");
  expect(!used.modified || used.origin == Origin::Trained, "Only what was trained is modified.");
  expect(used.path.isEmpty() || m_owners.contains(used.path), "The file was never chosen.");
  expect(used.origin != Origin::Bundled || used.model == m_session.bundled(),
         "The bundled model is another one.");
  expect(!runs || (used.model && used.origin == Origin::Trained), "A run is not what is in use.");
  if (!used.model) return;
  expect(static_cast<int>(used.model->classNames.size()) == used.model->network.outputs(),
         "The class names do not fit the outputs.");
  if (!runs && state != State::Finished) return;
  expect(used.model->recipe.layers == m_session.training().recipe().layers,
         "The model in use has other layers than its run.");
  expect(m_silent || used.model->recipe.seed == m_session.training().recipe().seed,
         "The model in use is not of this run.");
}

void Ledger::checkRun() {
  const ui::Training& training = m_session.training();
  const State state = training.state();
  expect(training.active() || (state != State::Running && state != State::Paused),
         "It says that it runs, and does not.");
  expect(state != State::Idle || m_session.recipeInUse() == m_session.recipe(),
         "Without a run the settings are in use.");
  expect(state == State::Idle || m_session.recipeInUse() == training.recipe(),
         "The recipe in use is not that of the run.");
}

void Ledger::checkData() {
  const ui::LoadedDataPtr& loaded = m_session.loaded();
  if (!loaded) return;
  expect(loaded->source->name == loaded->set(), "The set has another name than what is loaded.");
  for (const DataView* part : {&loaded->split.train, &loaded->split.validation})
    expect(part->set == loaded->source->train, "The split belongs to other images.");
  expect(loaded->split.test.set == loaded->source->test, "The split tests other images.");
  const State state = m_session.training().state();
  if (m_session.loading() || state == State::Idle || state == State::Finished) return;
  expect(loaded->division == ui::divisionOf(m_session.recipe()) ||
             loaded->division == ui::divisionOf(m_session.training().recipe()),
         "What is loaded belongs neither to the run nor to the settings.");
}

void Ledger::checkFile() {
  const ui::UsedModel& used = m_session.document().used();
  if (used.modified || used.path.isEmpty()) return;
  try {
    const ModelFile file = loadModel(used.path.toStdString());
    expect(sameWeights(*ui::modelInUse(file), *used.model),
           "It says that it is saved, and its file holds other weights.");
  } catch (const Error& error) {
    broken(QStringLiteral("The file of the model in use cannot be read: ") +
           QString::fromUtf8(error.what()));
  }
}

void Ledger::checkSaved(const QString& path) {
  ++m_deeds.saved;
  expect(m_owners.contains(path), "A file was written that nobody chose.");
  const quint64 seed = loadModel(path.toStdString()).model.recipe.seed;
  expect(m_seeds.value(m_owners.value(path)).contains(seed), "A file holds another model now.");
}

}  // namespace inkling::torture
