// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progressbar.h"
#include "app/cli/text.h"
#include "core/io/autosave.h"
#include "core/train/trainer.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace inkling::cli {

/// Says how a training run goes: results on standard output as text or JSON lines, progress on
/// standard error, one CSV row for every epoch in a log file. Also stops the run after a number of
/// batches, or when standard output cannot be written any more, and keeps checkpoints.
class TrainReport final : public Observer {
public:
  struct Options {
    bool json = false;
    std::filesystem::path log;  ///< empty: none
    bool append = false;        ///< go on in an existing log
    bool published = false;     ///< set the published figures beside the run's own
  };

  /// Throws Error if the log cannot be opened. autosave: null for no checkpoints.
  TrainReport(Options options, Control& control, long maxSteps, Autosave* autosave);

  /// Says what is trained on what, and what the parts of the data lack.
  void begin(const Recipe& recipe, const DataSource& source, const Trainer& trainer);
  /// Throws Error if the log could not be written.
  void end(const Summary& summary, const Model& model, const std::filesystem::path& file);

  void onBatch(const BatchRecord& batch, const Progress& progress) override;
  void onStepReport(const StepReport& report) override;
  void onEpoch(const EpochRecord& epoch, const Progress& progress) override;
  bool wantsCheckpoint(bool epochEnd) override;
  void onCheckpoint(CheckpointPtr checkpoint) override;

private:
  void stopIfUnheard();
  void printEpoch(const EpochRecord& epoch, int epochs, double seconds) const;
  void printSummary(const Summary& summary, const Model& model,
                    const std::filesystem::path& file) const;

  Options m_options;
  Control& m_control;
  long m_maxSteps;
  Autosave* m_autosave;
  int m_run;  ///< its number for m_autosave
  ProgressBar m_bar;
  std::ofstream m_log;
  Json m_steps = Json::array();
  std::chrono::steady_clock::time_point m_epochBegan;
};

}  // namespace inkling::cli
