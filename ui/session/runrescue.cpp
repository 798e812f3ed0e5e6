// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/runrescue.h"

#include "core/base/error.h"
#include "ui/session/session.h"
#include "ui/session/userfiles.h"

#include <utility>

namespace inkling::ui {

RunRescue::RunRescue(Session& session, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_slot(RunSlot::takeLeft(statePlace())),
      m_left(m_slot.has_value()) {
  connect(&session.training(), &Training::started, this, &RunRescue::prepare);
  connect(&session.training(), &Training::discarded, this, &RunRescue::release);
  connect(&session.training(), &Training::reported, this, &RunRescue::follow);
  connect(&session.document(), &ModelDocument::changed, this, &RunRescue::compare);
  connect(&session.preferences(), &Preferences::changed, this,
          [this](const PreferenceValues& before) {
            if (before.checkpoint != isOn()) turn();
          });
}

bool RunRescue::isOn() const { return m_session.preferences().values().checkpoint; }

/// The user wants it from now on, or no more.
void RunRescue::turn() {
  if (!isOn()) release();
  // The run under way is told between two batches.
  if (m_session.training().active()) m_session.training().withCheckpoint([](CheckpointPtr) {});
}

void RunRescue::resume() {
  if (!m_left) return;
  m_reader.start(
      [file = m_slot->file()](const std::atomic<bool>&) {
        return std::make_shared<ModelFile>(loadModel(file));
      },
      [this](const std::shared_ptr<ModelFile>& file) {
        m_session.adopt(file, {}, [this] {
          m_left = false;
          if (!open()) return;
          m_document = m_session.document().number();
          m_session.document().trained(nullptr, true);  // it is in no file of the user's
          emit resumed();
        });
      },
      [this](const QString& sentence) { putAside(sentence); });
}

void RunRescue::throwAway() {
  if (!std::exchange(m_left, false) || !open()) return;
  release();
  sayProblem();
}

bool RunRescue::keepNow() {
  if (!isOn()) return !m_session.guard().holds();
  Training& training = m_session.training();
  training.stopNow();
  if (m_autosave) m_autosave->flush();
  const bool open = training.state() == Training::State::Stopped;
  if (!open || !m_session.document().used().modified) return true;
  std::error_code unknown;
  return m_autosave && std::filesystem::exists(m_slot->file(), unknown);
}

void RunRescue::release() {
  if (m_autosave) m_autosave->discard();
}

void RunRescue::stored() {
  if (m_session.training().state() == Training::State::Finished) release();
}

/// A run is about to begin or to go on.
void RunRescue::prepare(bool fresh) {
  if (fresh) release();
  const bool keeps = isOn() && !m_left && open();
  m_session.training().keepIn(keeps ? m_autosave : nullptr);
}

/// Has a place to keep it.
bool RunRescue::open() {
  if (m_autosave) return true;
  try {
    if (!m_slot) m_slot.emplace(RunSlot::takeEmpty(statePlace()));
  } catch (const Error& error) {
    refuse(error.what());
    return false;
  }
  m_autosave = std::make_shared<Autosave>(m_slot->file());
  return true;
}

void RunRescue::follow(const Report& report) {
  if (!m_autosave) return;
  const bool stopped = report.ended && report.summary &&
                       report.summary->reason == StopReason::Stopped && report.checkpoint;
  if (isOn() && stopped && m_session.document().used().modified)
    m_autosave->save(m_autosave->begin(), report.checkpoint);
  sayProblem();
  if (std::exchange(m_written, m_autosave->written()) != m_autosave->written()) {
    m_session.keeping().written();
    emit kept();
  }
}

void RunRescue::sayProblem() {
  if (const std::string problem = m_autosave->takeProblem(); !problem.empty()) refuse(problem);
}

void RunRescue::refuse(const std::string& problem) {
  m_session.keeping().lost(
      tr("No checkpoint of the run can be kept: %1").arg(QString::fromStdString(problem)));
}

/// Is what is kept still the model in use, and in no file of the user's?
void RunRescue::compare() {
  const ModelDocument& document = m_session.document();
  const bool another = std::exchange(m_document, document.number()) != document.number();
  if (another || (!m_session.training().active() && !document.used().modified)) release();
}

/// So that it is not offered again, and not lost.
void RunRescue::putAside(const QString& sentence) {
  m_left = false;
  std::filesystem::path aside = m_slot->file();
  aside += ".unreadable";
  std::error_code unmoved;
  std::filesystem::rename(m_slot->file(), aside, unmoved);
  emit failed(tr("The run that was interrupted cannot be opened; it was put aside as %1. %2")
                  .arg(QString::fromStdString(aside.string()), sentence));
}

}  // namespace inkling::ui
