// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/rescueactions.h"

#include "ui/dialogs/prompter.h"
#include "ui/session/session.h"

#include <QAction>
#include <QMenu>

namespace inkling::ui {

RescueActions::RescueActions(Session& session, Prompter& prompter, QObject* parent)
    : QObject(parent),
      m_prompter(prompter),
      m_rescue(session),
      m_keep(new QAction(this)) {
  m_keep->setObjectName(QStringLiteral("keepAction"));
  m_keep->setCheckable(true);
  Preferences& preferences = session.preferences();
  const auto show = [this, &preferences] { m_keep->setChecked(preferences.values().checkpoint); };
  connect(m_keep, &QAction::triggered, &preferences,
          [&preferences](bool on) { preferences.set(&PreferenceValues::checkpoint, on); });
  connect(&preferences, &Preferences::changed, this, show);
  show();
  connect(&m_rescue, &RunRescue::failed, this, &RescueActions::failed);
  connect(&m_rescue, &RunRescue::resumed, this, [this] {
    emit noted(tr("This is the run that was interrupted. Press Continue to go on with it."));
  });
  retranslate();
  // Once the window is there.
  QMetaObject::invokeMethod(this, &RescueActions::offer, Qt::QueuedConnection);
}

void RescueActions::fillMenu(QMenu* menu) const { menu->addAction(m_keep); }

void RescueActions::retranslate() {
  m_keep->setText(tr("&Keep a checkpoint of the run"));
  m_keep->setToolTip(
      tr("Written after an epoch and at least every 30 seconds, so that the run can go on after a "
         "crash or a power cut."));
}

void RescueActions::offer() {
  if (!m_rescue.hasLeft()) return;
  m_prompter.ask(Prompter::Question::RecoverRun, [this](Prompter::Answer answer) {
    if (answer == Prompter::Answer::Go)
      m_rescue.throwAway();
    else
      m_rescue.resume();
  });
}

}  // namespace inkling::ui
