// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progressbar.h"
#include "core/sweep/sweepchoice.h"
#include "core/sweep/sweeprunner.h"

#include <filesystem>
#include <optional>

namespace inkling::cli {

/// Says on standard error how a sweep goes; with JSON also a line on standard output for every
/// trial that ends, and an end of the sweep when that cannot be written any more.
class SweepReport final : public SweepObserver {
public:
  SweepReport(const std::vector<Trial>& trials, bool json, SweepControl& control)
      : m_trials(trials),
        m_json(json),
        m_control(control) {}

  void onTrialEnd(int trial, const TrialResult& result) override;
  void onProgress(const SweepProgress& progress) override;
  void clear() { m_bar.clear(); }

private:
  const std::vector<Trial>& m_trials;
  bool m_json;
  SweepControl& m_control;
  ProgressBar m_bar;
};

/// Prints the table, with two axes of a grid also as a square of validation accuracies, and the
/// choice.
void printTable(const SweepTable& table, const std::optional<SweepChoice>& choice);

/// The same as one JSON object.
void printTableJson(const SweepTable& table, const std::optional<SweepChoice>& choice);

/// Throws Error if the file cannot be written.
void writeCsv(const SweepTable& table, const std::filesystem::path& file);

}  // namespace inkling::cli
