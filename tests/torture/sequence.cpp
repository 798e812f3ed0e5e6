// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/torture/sequence.h"

#include "app/pictures/qtpictures.h"
#include "core/base/error.h"
#include "core/io/exchange.h"
#include "core/io/importweights.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>

#include <array>
#include <utility>

namespace inkling::torture {

using State = ui::Training::State;

namespace {

constexpr int kHang = 60000;  // ms

}  // namespace

Sequence::Sequence(const Places& places, std::uint64_t seed, const QString& folder, Deeds& deeds)
    : m_places(places),
      m_seed(seed),
      m_folder(folder),
      m_deeds(deeds),
      m_random(seed, RandomPurpose::Analysis),
      m_asker(m_random, [this] { return newFile(); }) {
  open();
}

Sequence::~Sequence() = default;

/// Begins anew, whatever is under way.
void Sequence::open() {
  m_asker.forget();
  m_ledger.reset();
  m_session.reset();
  m_session = std::make_unique<ui::Session>(m_places.resources().toStdString(), qtPictures());
  m_session->guard().askWith(&m_asker);
  m_ledger = std::make_unique<Ledger>(*m_session, m_asker, m_deeds);
  ui::ModelDocument& document = m_session->document();
  QObject::connect(
      &document, &ui::ModelDocument::opened, m_ledger.get(),
      [this](const std::shared_ptr<ModelFile>& file, const QString& path) { take(file, path); });
  QObject::connect(&document, &ui::ModelDocument::saved, m_ledger.get(),
                   [this](const QString& path) { m_saved << path; });
  chooseRecipe();
}

QStringList Sequence::run(int acts) {
  for (int i = 0; i < acts && m_ledger->broken().isEmpty(); ++i) {
    act();
    m_ledger->check();
    letPass();
    m_ledger->check();
    if (std::exchange(m_closing, false) && m_ledger->broken().isEmpty()) open();
  }
  return m_ledger->broken();
}

void Sequence::act() {
  static const std::vector<std::pair<const char*, Act>> kActs = {
      {"toggle", &Sequence::toggle},
      {"toggle", &Sequence::toggle},
      {"toggle", &Sequence::toggle},
      {"pause", &Sequence::pause},
      {"step batch", &Sequence::stepBatch},
      {"step epoch", &Sequence::stepEpoch},
      {"stop", &Sequence::stop},
      {"rewind", &Sequence::rewind},
      {"open", &Sequence::openFile},
      {"save", &Sequence::save},
      {"save", &Sequence::save},
      {"save as", &Sequence::saveAs},
      {"import", &Sequence::importFile},
      {"keep", &Sequence::keep},
      {"keep nothing", &Sequence::keepNothing},
      {"recipe", &Sequence::chooseRecipe},
      {"data", &Sequence::chooseData},
      {"steer", &Sequence::steer},
      {"answer", &Sequence::answer},
      {"answer", &Sequence::answer},
      {"close", &Sequence::close}};
  const auto& [name, does] = oneOf(kActs, m_random);
  m_log << QString::fromLatin1(name);
  (this->*does)();
}

/// Nothing, one round of events, or until something has happened.
void Sequence::letPass() {
  const ui::Training& training = m_session->training();
  const auto batches = training.progress().position;
  switch (m_random.below(6)) {
    case 0:
      return;
    case 1:
      QCoreApplication::processEvents();
      return;
    case 2:
      waitFor("the images", [this] { return !m_session->loading(); });
      return;
    case 3:
      waitFor("what is being saved", [this] { return !m_session->document().saving(); });
      return;
    case 4:
      waitFor("a batch", [&] {
        return training.state() != State::Running || training.progress().position != batches;
      });
      return;
    default:
      waitFor("quiet", [&] {
        const bool endless = training.recipe().epochs > 3;
        return !m_session->loading() && !m_session->document().saving() &&
               (training.state() != State::Running || endless);
      });
  }
}

bool Sequence::waitFor(const char* what, const std::function<bool()>& condition) {
  QTimer wake;
  wake.start(5);
  const QDeadlineTimer deadline(kHang);
  while (!condition()) {
    if (deadline.hasExpired()) {
      m_ledger->broken(QStringLiteral("Waited in vain for %1.").arg(QLatin1String(what)));
      return false;
    }
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
  }
  return true;
}

QString Sequence::newFile() {
  const QString path = QStringLiteral("%1/%2.safetensors").arg(m_folder).arg(++m_files);
  m_ledger->allow(path);
  return path;
}

void Sequence::toggle() {
  const ui::Training& training = m_session->training();
  const QString set = QString::fromStdString(training.recipe().data.set);
  const bool can =
      training.state() == State::Stopped && !m_session->loading() && m_places.sets().contains(set);
  m_session->toggle();
  if (can && !training.active())
    m_ledger->broken(QStringLiteral("A stopped run cannot go on: ") + m_ledger->lastFailure());
}

void Sequence::pause() { m_session->training().pause(); }

void Sequence::stepBatch() { m_session->stepBatch(); }

void Sequence::stepEpoch() { m_session->stepEpoch(); }

void Sequence::stop() { m_session->stop(); }

void Sequence::rewind() { m_session->rewind(); }

void Sequence::openFile() {
  const bool good = !m_saved.isEmpty() && m_random.below(4) != 0;
  m_session->document().open(oneOf(good ? m_saved : m_places.foreign(), m_random));
}

void Sequence::take(const std::shared_ptr<ModelFile>& file, const QString& path) {
  if (m_random.below(8) == 0) file->model.recipe.data.set = m_places.wrecks().front().toStdString();
  m_session->adopt(file, path, [this, path] { m_ledger->allow(path); });
}

void Sequence::save() { m_session->guard().save(); }

void Sequence::saveAs() { m_session->guard().saveAs(); }

void Sequence::importFile() {
  if (!m_session->model() || !m_session->data()) return;
  const std::filesystem::path file = (m_folder + QStringLiteral("/weights.npz")).toStdString();
  auto imported = std::make_shared<ModelFile>();
  try {
    exportNpz(file, *m_session->model());
    Recipe recipe = m_session->recipe();
    recipe.seed = newSeed();
    imported->model =
        importWeights({file}, recipe,
                      {m_session->data()->train->shape(), m_session->data()->classNames})
            .model;
  } catch (const Error&) {
    return;  // the settings are of another network
  }
  m_session->adopt(std::move(imported), {});
}

void Sequence::keep() {
  if (!m_session->model()) return;
  auto copy = std::make_shared<Model>(*m_session->model());
  copy->recipe.seed = newSeed();
  copy->network.initialise(copy->recipe.seed);
  m_session->usePersonal(std::move(copy));
}

void Sequence::keepNothing() { m_session->usePersonal(nullptr); }

void Sequence::chooseRecipe() { m_session->setRecipe(m_places.recipe(m_random, newSeed())); }

void Sequence::chooseData() {
  Recipe recipe = m_session->recipe();
  const Recipe other = m_places.recipe(m_random, 0);
  recipe.data = other.data;
  recipe.layers.back() = other.layers.back();
  m_session->setRecipe(recipe);
}

void Sequence::steer() {
  Control::Change change;
  if (m_random.below(2) == 0) change.learningRate = oneOf(std::array{0.001, 0.1, 10.0}, m_random);
  if (m_random.below(2) == 0) change.epochs = oneOf(std::array{1, 2, 5, 500}, m_random);
  m_session->steer(change);
}

void Sequence::answer() {
  if (m_asker.isWaiting()) m_asker.answer();
}

/// In the middle of everything, or as the window does it.
void Sequence::close() {
  if (m_random.below(2) == 0)
    m_closing = true;
  else
    m_session->guard().pass(ui::ModelGuard::Loss::Quit, [this] { m_closing = true; });
}

}  // namespace inkling::torture
