// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace inkling::cli {

/// What the commands of `sweep` are told; each uses some of it.
struct SweepArguments {
  std::string spec;              ///< name of a bundled sweep or a file; empty: that of the folder
  std::filesystem::path folder;  ///< where everything is kept
  int workers = 0;               ///< trials at a time; 0: all cores
  bool models = true;            ///< keep the trials' models
  bool test = false;             ///< trial: measure the test set
  std::string recipe;            ///< trial: as JSON
  std::string program;           ///< plan: what a line begins with; empty: this program
  std::vector<std::filesystem::path> from;  ///< collect: folders to take results from
  std::filesystem::path csv;                ///< empty: none
  bool json = false;
};

/// Runs what is missing, then prints the table. Returns the exit status, as do the others.
int sweepRun(const SweepArguments& arguments);

/// Prints one shell command for each trial that has no result yet.
int sweepPlan(const SweepArguments& arguments);

/// What such a line runs: one trial on one thread, skipped if its result is there already.
int sweepTrial(const SweepArguments& arguments);

/// Takes results from other folders and prints the table.
int sweepCollect(const SweepArguments& arguments);

/// Lists the sweeps that come with Inkling.
int sweepList(const SweepArguments& arguments);

void addSweep(CLI::App& app, int& exitCode);

}  // namespace inkling::cli
