// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweepchoice.h"
#include "core/sweep/sweeprunner.h"
#include "core/sweep/trials.h"
#include "ui/session/background.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace inkling::ui {

/// What a sweep needs, and which of its trials are there.
struct SweepPlan {
  SweepSpec spec;
  std::vector<Trial> trials;
  SweepFolder folder;
};

/// A sweep that runs beside the window. Cancelling keeps what is finished; starting again goes on
/// with the rest.
class SweepJob final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(SweepJob)
public:
  explicit SweepJob(QObject* parent = nullptr);
  ~SweepJob() override;

  /// `workers`: trials at a time; 0: as many as there are cores.
  void start(const SweepPlan& plan, const std::filesystem::path& resources, int workers,
             const DataReading& reading = {});
  void cancel();
  bool running() const { return m_work.busy(); }
  const SweepProgress& progress() const { return m_progress; }

signals:
  void progressed();
  void trialsEnded();  ///< there are new results in the folder
  void ended();        ///< also after cancel()
  void failed(const QString& sentence);

private:
  class Watcher;

  void look();
  void finish(const QString& problem);

  std::shared_ptr<SweepControl> m_control;
  std::shared_ptr<Watcher> m_watcher;
  SweepProgress m_progress;
  QTimer m_timer;
  Background m_work;
};

}  // namespace inkling::ui
