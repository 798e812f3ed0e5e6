// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace inkling::cli {
namespace {

using Arguments = std::shared_ptr<SweepArguments>;

void addFolder(CLI::App& command, const Arguments& arguments) {
  command.add_option("--dir", arguments->folder, "Folder of the sweep: plan, results, models")
      ->type_name("DIR")
      ->required();
}

void addSpec(CLI::App& command, const Arguments& arguments) {
  command
      .add_option("spec", arguments->spec,
                  "Name of a sweep or a .json file (default: the one that the folder holds)")
      ->type_name("SWEEP|FILE");
}

void addNoModels(CLI::App& command, const Arguments& arguments) {
  command.add_flag("!--no-models", arguments->models, "Keep results only, no trained models");
}

void addOutput(CLI::App& command, const Arguments& arguments) {
  command.add_option("--csv", arguments->csv, "Also write the table as CSV")->type_name("FILE.csv");
  command.add_flag("--json", arguments->json, "JSON, one object a line, instead of text");
}

/// A command of its own arguments that calls `run`.
CLI::App& addCommand(CLI::App& parent, const char* name, const char* text,
                     const Arguments& arguments, int (*run)(const SweepArguments&), int& exitCode) {
  CLI::App* command = parent.add_subcommand(name, text);
  command->callback([arguments, run, &exitCode] { exitCode = run(*arguments); });
  return *command;
}

void addRun(CLI::App& sweep, int& exitCode) {
  const auto arguments = std::make_shared<SweepArguments>();
  CLI::App& command =
      addCommand(sweep, "run", "Run what is missing, several trials at a time, and print the table",
                 arguments, sweepRun, exitCode);
  addSpec(command, arguments);
  addFolder(command, arguments);
  command.add_option("--workers", arguments->workers, "Trials at a time (default: one a core)")
      ->check(CLI::Range(1, 256));
  addNoModels(command, arguments);
  addOutput(command, arguments);
}

void addPlan(CLI::App& sweep, int& exitCode) {
  const auto arguments = std::make_shared<SweepArguments>();
  CLI::App& command =
      addCommand(sweep, "plan", "Print one shell command for each trial that is missing", arguments,
                 sweepPlan, exitCode);
  addSpec(command, arguments);
  addFolder(command, arguments);
  command
      .add_option("--program", arguments->program,
                  "inkling-cli as the commands shall name it (default: this one's path)")
      ->type_name("PATH");
  addNoModels(command, arguments);
  command.footer(
      "Run them with: inkling-cli sweep plan SPEC --dir DIR > plan; parallel -j2 < plan");
}

void addTrial(CLI::App& sweep, int& exitCode) {
  const auto arguments = std::make_shared<SweepArguments>();
  CLI::App& command = addCommand(
      sweep, "trial", "What a line of a plan runs: one trial, skipped if its result is there",
      arguments, sweepTrial, exitCode);
  addFolder(command, arguments);
  command.add_option("--recipe-json", arguments->recipe, "The recipe itself")
      ->type_name("JSON")
      ->required();
  command.add_flag("--test", arguments->test, "Measure the test set at the end");
  addNoModels(command, arguments);
}

void addCollect(CLI::App& sweep, int& exitCode) {
  const auto arguments = std::make_shared<SweepArguments>();
  CLI::App& command =
      addCommand(sweep, "collect", "Print the table; when it is complete, choose and test the best",
                 arguments, sweepCollect, exitCode);
  addFolder(command, arguments);
  command.add_option("--from", arguments->from, "First take the results of these folders over")
      ->type_name("DIR");
  addOutput(command, arguments);
}

void addList(CLI::App& sweep, int& exitCode) {
  const auto arguments = std::make_shared<SweepArguments>();
  CLI::App& command = addCommand(sweep, "list", "List the sweeps that come with Inkling", arguments,
                                 sweepList, exitCode);
  command.add_flag("--json", arguments->json, "JSON, one object a line, instead of text");
}

}  // namespace

void addSweep(CLI::App& app, int& exitCode) {
  CLI::App* sweep = app.add_subcommand("sweep", "Try many settings of a recipe");
  sweep->require_subcommand(1);
  addRun(*sweep, exitCode);
  addPlan(*sweep, exitCode);
  addTrial(*sweep, exitCode);
  addCollect(*sweep, exitCode);
  addList(*sweep, exitCode);
}

}  // namespace inkling::cli
