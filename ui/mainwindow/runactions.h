// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QObject>

class QAction;

namespace inkling::ui {

class Session;

/// Train, Pause, Resume in one toggle; single steps, Stop, Rewind. One place decides what can be
/// done when, and a disabled action's tooltip says why.
class RunActions final : public QObject {
  Q_OBJECT
public:
  RunActions(Session& session, QObject* parent);

  QAction* toggle() const { return m_toggle; }
  QAction* stepBatch() const { return m_stepBatch; }
  QAction* stepEpoch() const { return m_stepEpoch; }
  QAction* stop() const { return m_stop; }
  QAction* rewind() const { return m_rewind; }

  void update();  ///< texts and what is possible; also after a change of language

private:
  QAction* add(const char* name, Icon which, int key, void (Session::*slot)());
  void updateToggle();

  Session& m_session;
  QAction* m_toggle;
  QAction* m_stepBatch;
  QAction* m_stepEpoch;
  QAction* m_stop;
  QAction* m_rewind;
};

}  // namespace inkling::ui
