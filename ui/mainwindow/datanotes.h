// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run.h"

#include <QElapsedTimer>
#include <QObject>

namespace inkling::ui {

class MessageBar;
class Session;

/// Says of the data set, in the message bar: how far it is loaded, with a button that cancels; what
/// looks wrong with a new one, with a button that mends the worst; and when a run begins, what the
/// parts lack.
class DataNotes final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(DataNotes)
public:
  DataNotes(Session& session, MessageBar& messages, QObject* parent);

private:
  void noteLoading();
  void noteProblems();
  void noteStart(bool fresh);

  Session& m_session;
  MessageBar& m_messages;
  DataPtr m_noted;              ///< the set whose problems were said
  QElapsedTimer m_loadingTime;  ///< since loading began
};

}  // namespace inkling::ui
