// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/autosave.h"
#include "core/io/runslot.h"
#include "ui/session/background.h"
#include "ui/session/mailbox.h"

#include <QObject>

#include <memory>
#include <optional>

namespace inkling::ui {

class Session;

/// Keeps the session's run as a checkpoint in the state folder until it is saved, thrown away or in
/// the history; and brings back the one that a crash, a kill or a power cut has left there. Nothing
/// of it waits for the disk except keepNow() and the destructor.
class RunRescue final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(RunRescue)
public:
  explicit RunRescue(Session& session, QObject* parent = nullptr);

  /// A run was left, and no other window has taken it: resume() or throwAway() it, once.
  bool hasLeft() const { return m_left; }
  void resume();  ///< in place of the model in use, as a stopped run; then resumed() or failed()
  void throwAway();

  /// Stops the run after the batch under way and waits until its checkpoint is on the disk. False:
  /// something would be lost all the same.
  bool keepNow();
  void release();  ///< the run needs it no more
  void stored();   ///< the history has got a run

signals:
  void kept();  ///< a checkpoint was written
  void resumed();
  void failed(const QString& sentence);

private:
  bool isOn() const;
  void turn();
  void prepare(bool fresh);
  bool open();
  void follow(const Report& report);
  void compare();
  void sayProblem();
  void refuse(const std::string& problem);
  void putAside(const QString& sentence);

  Session& m_session;
  std::optional<RunSlot> m_slot;
  bool m_left;                           ///< m_slot holds the run of a program that has died
  std::shared_ptr<Autosave> m_autosave;  ///< into m_slot
  int m_document = 0;                    ///< the document's number that is kept
  long m_written = 0;
  Background m_reader;
};

}  // namespace inkling::ui
