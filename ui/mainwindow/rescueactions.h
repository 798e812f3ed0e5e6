// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/runrescue.h"

#include <QObject>

class QAction;
class QMenu;

namespace inkling::ui {

class Prompter;

/// Run → Keep a checkpoint: the switch; and at the start the question what is to become of a run
/// that was interrupted.
class RescueActions final : public QObject {
  Q_OBJECT
public:
  RescueActions(Session& session, Prompter& prompter, QObject* parent);

  RunRescue& rescue() { return m_rescue; }
  void fillMenu(QMenu* menu) const;
  void retranslate();

signals:
  void failed(const QString& sentence);
  void noted(const QString& sentence);

private:
  void offer();

  Prompter& m_prompter;
  RunRescue m_rescue;
  QAction* m_keep;
};

}  // namespace inkling::ui
