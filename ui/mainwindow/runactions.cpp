// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/runactions.h"

#include "ui/session/plaintext.h"
#include "ui/session/session.h"

#include <QAction>

namespace inkling::ui {

namespace {

void say(QAction* action, const QString& text, const QString& tip) {
  action->setText(text);
  action->setIconText(withoutMnemonic(text));
  const QString keys = action->shortcut().toString(QKeySequence::NativeText);
  action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, keys));
}

}  // namespace

RunActions::RunActions(Session& session, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_toggle(add("toggleAction", Icon::Play, Qt::Key_F5, &Session::toggle)),
      m_stepBatch(add("stepBatchAction", Icon::StepBatch, Qt::Key_F6, &Session::stepBatch)),
      m_stepEpoch(add("stepEpochAction", Icon::StepEpoch, Qt::Key_F7, &Session::stepEpoch)),
      m_stop(add("stopAction", Icon::Stop, Qt::Key_F8, &Session::stop)),
      m_rewind(add("rewindAction", Icon::Rewind, Qt::Key_F9, &Session::rewind)) {
  connect(&session.training(), &Training::stateChanged, this, &RunActions::update);
  connect(&session, &Session::dataChanged, this, &RunActions::update);
  connect(&session, &Session::rewound, this, &RunActions::update);
  update();
}

QAction* RunActions::add(const char* name, Icon which, int key, void (Session::*slot)()) {
  auto* action = new QAction(this);
  action->setObjectName(QLatin1String(name));
  action->setIcon(icon(which));
  action->setShortcut(QKeySequence(key));
  connect(action, &QAction::triggered, &m_session, slot);
  return action;
}

void RunActions::update() {
  const bool running = m_session.training().state() == Training::State::Running;
  const bool data = m_session.data() != nullptr || m_session.loading();
  m_toggle->setEnabled(data);
  m_stepBatch->setEnabled(data && !running);
  m_stepEpoch->setEnabled(data && !running);
  m_stop->setEnabled(m_session.training().active());
  m_rewind->setEnabled(data);

  const QString noData = tr("There are no images to train on: choose a data set first.");
  const QString pauseFirst = tr("Pause first: single steps are taken from a standstill.");
  updateToggle();
  if (!data) say(m_toggle, m_toggle->text(), noData);
  say(m_stepBatch, tr("+1 &batch"),
      !data ? noData
      : running
          ? pauseFirst
          : tr("Train on one batch and pause. Try it at the very beginning and watch the bars."));
  say(m_stepEpoch, tr("+1 &epoch"),
      !data     ? noData
      : running ? pauseFirst
                : tr("Train to the end of the epoch and pause. Try it to compare epoch by epoch."));
  say(m_stop, tr("&Stop"),
      m_stop->isEnabled() ? tr("End the run after this batch and keep the model. Training can go "
                               "on from there later.")
                          : tr("Nothing is running, so there is nothing to stop."));
  say(m_rewind, tr("Re&wind"),
      data ? tr("Back to the same fresh weights, with the settings as they are now. Try one "
                "changed setting at a "
                "time: the last run stays behind the new curve.")
           : noData);
}

void RunActions::updateToggle() {
  using State = Training::State;
  const State state = m_session.training().state();
  m_toggle->setIcon(icon(state == State::Running ? Icon::Pause : Icon::Play));
  switch (state) {
    case State::Running:
      say(m_toggle, tr("&Pause"),
          tr("Halt after this batch; nothing is lost. Try changing the learning rate meanwhile."));
      return;
    case State::Paused:
      say(m_toggle, tr("&Resume"), tr("Go on exactly where the run was paused."));
      return;
    case State::Stopped:
      say(m_toggle, tr("&Continue"),
          tr("Go on exactly where the run was stopped, as if it had not been."));
      return;
    case State::Finished:
      say(m_toggle, tr("&Continue"),
          tr("Train these weights further: for the epochs that are left, or for as many again. "
             "Rewind starts over."));
      return;
    case State::Idle:
      say(m_toggle, tr("&Train"),
          tr("Train the network from fresh weights. Watch how soon the curves bend."));
      return;
  }
}

}  // namespace inkling::ui
