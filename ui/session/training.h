// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/modelfile.h"
#include "ui/session/run.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace inkling::ui {

/// What of a run can be changed while it is under way.
struct Knobs {
  double learningRate = 0;
  int epochs = 0;
  bool operator==(const Knobs&) const = default;
};

/// With what the changes made by hand have left.
Knobs knobsOf(const Recipe& recipe);

/// The run that is under way, or the last one, as the window sees it: starts and steers it and
/// collects its news 30 times a second. Lives on the window's thread and never waits for the
/// training thread, except in the destructor (one batch at worst).
class Training final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(Training)
public:
  enum class State {
    Idle,  ///< nothing to go on with
    Running,
    Paused,
    Stopped,  ///< by the user; can go on
    Finished  ///< by itself, or trained weights from a file; can go on with more epochs
  };
  /// What a run does first.
  enum class Begin { Run, Batch, Epoch, Pause };

  explicit Training(QObject* parent = nullptr);
  ~Training() override;

  State state() const { return m_state; }
  bool active() const { return m_run != nullptr; }   ///< running or paused
  int number() const { return m_number; }            ///< of the run; 0: none yet
  const Recipe& recipe() const { return m_recipe; }  ///< of the run, live changes not applied
  const Knobs& knobs() const { return m_knobs; }     ///< of the run, as they were set last
  Begin going() const { return m_going; }            ///< what the run was last told to do
  const Progress& progress() const { return m_progress; }
  const std::optional<Summary>& summary() const { return m_summary; }  ///< once it has ended
  /// The newest step report, if the recipe asks for them.
  const std::optional<StepReport>& stepReport() const { return m_stepReport; }

  void startFresh(const Recipe& recipe, DataPtr data, Begin begin);
  /// A new run from trained weights, under the recipe in the model.
  void startFrom(ModelPtr weights, DataPtr data, Begin begin);
  /// From Stopped: goes on exactly where it stopped, on the data it was trained on. From Finished,
  /// too, with more epochs if none are left: as many as the recipe has, or one for a single step.
  void resume(DataPtr data, Begin begin);
  /// Puts what a file holds in place: Stopped, or Finished if nothing of the training is left.
  void adopt(ModelFile file);
  void go(Begin begin);  ///< from Paused
  void pause();
  void stop();
  void stopNow();                              ///< and waits for the end of the batch under way
  void change(const Control::Change& change);  ///< now, or when the run goes on
  /// 0: all cores. A run under way goes on with them after its batch, to the same bits.
  void setThreads(int threads);
  void reset();  ///< to Idle; a run under way is thrown away
  /// Where runs that begin or go on from now on are kept; null: nowhere.
  void keepIn(std::shared_ptr<Autosave> autosave) { m_autosave = std::move(autosave); }

  /// Hands over everything that is needed to continue: at once, or after the batch under way, when
  /// the run goes on by itself afterwards. Null if there is nothing.
  void withCheckpoint(std::function<void(CheckpointPtr)> use);

signals:
  void stateChanged();
  void started(bool fresh);
  void discarded();  ///< a run under way is about to be thrown away
  /// News of the run; `ended` is followed by stateChanged().
  void reported(const inkling::ui::Report& report);
  void failed(const QString& sentence);

private:
  void begin(RunJob job, const Recipe& recipe, Begin begin);
  void launch(RunJob job, Begin begin);
  void planMore(Begin begin);
  std::optional<Control::Change> changeSince(const Recipe& recipe) const;
  void steer(Begin begin);
  void retire();
  void collect();
  void finish(Report& report);
  void setState(State state);
  void answerWaiting();

  QTimer m_timer;
  std::unique_ptr<RunThread> m_run;
  std::vector<std::unique_ptr<RunThread>> m_retired;  ///< thrown away, on their way to the end
  State m_state = State::Idle;
  int m_number = 0;
  Recipe m_recipe;
  Knobs m_knobs;
  DataPtr m_data;
  Progress m_progress;
  int m_threads = 0;
  std::shared_ptr<Autosave> m_autosave;
  CheckpointPtr m_checkpoint;
  ModelPtr m_weights;  ///< to go on from where there is no checkpoint
  std::optional<Summary> m_summary;
  std::optional<StepReport> m_stepReport;
  Begin m_going = Begin::Run;   ///< what the run was last told to do
  bool m_stopping = false;      ///< by the user
  std::optional<Begin> m_goOn;  ///< the stop under way is only to get a checkpoint
  std::vector<std::function<void(CheckpointPtr)>> m_waiting;
};

}  // namespace inkling::ui
