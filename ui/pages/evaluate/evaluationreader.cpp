// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/evaluationreader.h"

#include "core/model/fits.h"
#include "ui/session/session.h"

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr int kInterval = 500;  // ms, at the shortest
constexpr double kRest =
    20'000;  // ms of rest for a second of work during a run: under 3 % of two cores

}  // namespace

EvaluationReader::EvaluationReader(Session& session, QObject* parent)
    : QObject(parent),
      m_session(session) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &EvaluationReader::read);
  connect(&session, &Session::modelChanged, this, &EvaluationReader::schedule);
  connect(&session, &Session::modelSplitChanged, this, &EvaluationReader::invalidate);
  connect(&session.training(), &Training::stateChanged, this, [this] {
    if (m_session.training().state() == Training::State::Running) return;
    m_pause = 0;  // nothing to be slowed down any more
    if (m_stale) schedule();
  });
}

const DataView& EvaluationReader::view() const {
  const Split& split = m_session.modelSplit();
  const bool test = m_part == Part::Test || split.validation.count() == 0;
  return test ? split.test : split.validation;
}

void EvaluationReader::setActive(bool active) {
  m_active = active;
  if (active && m_stale) read();
  if (!active) m_timer.stop();
}

void EvaluationReader::setPart(Part part) {
  if (part == m_part) return;
  m_part = part;
  invalidate();
}

void EvaluationReader::invalidate() {
  m_work.cancel();
  m_evaluation.reset();
  m_stale = true;
  m_pause = 0;
  emit changed();
  if (m_active) read();
}

void EvaluationReader::schedule() {
  m_stale = true;
  if (!m_active) return;
  if (m_pause == 0) m_timer.stop();
  if (!m_timer.isActive()) m_timer.start(m_pause);
}

void EvaluationReader::read() {
  const ModelPtr& model = m_session.model();
  if (!m_active || !m_stale) return;
  if (!model || view().count() == 0 || !fits(model->network, view())) {
    if (m_evaluation) {
      m_evaluation.reset();
      emit changed();
    }
    return;
  }
  if (m_work.busy()) return;  // schedules again when it is done
  m_stale = false;
  const bool thrifty = m_session.training().state() == Training::State::Running;
  m_work.start(
      [model, view = view(), validation = m_session.modelSplit().validation,
       threads = m_session.threads()](const std::atomic<bool>& cancel) {
        return evaluateModel(model, view, validation, threads, cancel);
      },
      [this, thrifty](const EvaluationPtr& made) {
        m_evaluation = made;
        m_pause =
            thrifty ? std::max(kInterval, static_cast<int>(kRest * made->seconds)) : kInterval;
        emit changed();
        if (m_stale) schedule();
      },
      [this](const QString& sentence) {
        m_evaluation.reset();
        emit changed();
        emit failed(sentence);
      });
}

}  // namespace inkling::ui
