// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/runstore.h"
#include "ui/session/background.h"
#include "ui/session/mailbox.h"

#include <QObject>

#include <deque>
#include <string>

namespace inkling::ui {

class Session;

/// Puts every run of the session into the history once it has ended, beside the window. A run that
/// was stopped and then continued takes the place of its first part.
class RunKeeper final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(RunKeeper)
public:
  RunKeeper(Session& session, RunStore store, QObject* parent = nullptr);
  ~RunKeeper() override;

  const RunStore& store() const { return m_store; }

signals:
  void kept();  ///< the history has changed
  void failed(const QString& sentence);

private:
  struct Job {
    RunRecord run;
    ModelPtr model;
    bool continues = false;  ///< the run that was kept last
  };

  void gather(const Report& report);
  void finish(const Summary& summary);
  void writeNext();
  /// Returns its id.
  static std::string write(RunStore store, const Job& job, const std::string& last);

  Session& m_session;
  RunStore m_store;
  BatchCurve m_curve;
  long m_steps = 0;          ///< batches in the curve
  bool m_continues = false;  ///< the run under way was kept once already
  std::deque<Job> m_jobs;
  std::string m_last;  ///< id of the run that was kept last
  Background m_writing;
};

}  // namespace inkling::ui
