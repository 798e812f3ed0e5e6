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
struct PreferenceValues;

/// The history of runs, where the user wants it.
RunStore runStore(const PreferenceValues& preferences);

/// Puts every run of the session into the history once it has ended, beside the window; one that is
/// thrown away (by Rewind, by opening a model, by closing the window) as it was after its last
/// whole epoch, if it has one. A run that was stopped and then continued takes the place of its
/// first part.
class RunKeeper final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(RunKeeper)
public:
  explicit RunKeeper(Session& session, QObject* parent = nullptr);
  ~RunKeeper() override;

  const RunStore& store() const { return m_store; }

signals:
  void kept();   ///< the history has changed
  void moved();  ///< it is another one

private:
  struct Job {
    RunRecord run;
    ModelPtr model;
    bool continues = false;  ///< the run that was kept last
  };

  void follow(const PreferenceValues& before);
  void forget();
  void gather(const Report& report);
  void finish(const Summary& summary);
  void keepUnfinished();
  void keep(const ModelPtr& model, RunResult result);
  void writeNext();
  /// Returns its id.
  static std::string write(RunStore store, const Job& job, const std::string& last);

  Session& m_session;
  RunStore m_store;
  ModelPtr m_epochModel;     ///< newest of the run under way that has a whole epoch
  bool m_learnt = false;     ///< the run has had a batch
  bool m_continues = false;  ///< the run under way was kept once already
  std::deque<Job> m_jobs;
  std::string m_last;  ///< id of the run that was kept last
  Background m_writing;
};

}  // namespace inkling::ui
