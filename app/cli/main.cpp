// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/bench.h"
#include "app/cli/complete.h"
#include "app/cli/data.h"
#include "app/cli/eval.h"
#include "app/cli/exportmodel.h"
#include "app/cli/importmodel.h"
#include "app/cli/info.h"
#include "app/cli/predict.h"
#include "app/cli/recipes.h"
#include "app/cli/sweep.h"
#include "app/cli/train.h"
#include "core/base/version.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <string_view>

namespace {

constexpr int kFailed = 1;
constexpr int kBadUsage = 2;

int fail(const char* sentence) {
  std::cout.flush();
  std::cerr << "inkling-cli: " << sentence << '\n';
  return kFailed;
}

int runCommand(int argc, char* argv[]) {
  using namespace inkling;
  // Writing beyond the allowed size of a file is an error of that file, not the end of the program.
  std::signal(SIGXFSZ, SIG_IGN);
  CLI::App app{"Trains networks that read handwritten digits, and reads digits with them.",
               "inkling-cli"};
  app.set_version_flag("--version", std::string("inkling-cli ") + version());
  app.require_subcommand(0, 1);
  app.footer("Exit status: 0 done, 1 failed, 2 bad usage, 130 interrupted.");

  int exitCode = 0;
  cli::addTrain(app, exitCode);
  cli::addEval(app, exitCode);
  cli::addPredict(app, exitCode);
  cli::addData(app, exitCode);
  cli::addInfo(app, exitCode);
  cli::addRecipes(app, exitCode);
  cli::addExport(app, exitCode);
  cli::addImport(app, exitCode);
  cli::addSweep(app, exitCode);
  cli::addBench(app, exitCode);
  // What the completion of shells asks; the words after "--" are no arguments of this run.
  if (argc > 2 && argv[1] == std::string_view("complete") && argv[2] == std::string_view("--")) {
    cli::complete(app, {argv + 3, argv + argc});
    return exitCode;
  }
  try {
    app.parse(argc, argv);
    if (app.get_subcommands().empty()) throw CLI::RequiredError("A command");
  } catch (const CLI::ParseError& problem) {
    return app.exit(problem) == 0 ? 0 : kBadUsage;
  }
  return exitCode;
}

}  // namespace

int main(int argc, char* argv[]) {
  int exitCode = 0;
  try {
    exitCode = runCommand(argc, argv);
  } catch (const std::bad_alloc&) {
    // Destructors of static objects, as Qt has them, may ask for memory, too.
    std::_Exit(fail("There is not enough memory."));
  } catch (const std::exception& error) {
    return fail(error.what());
  }
  std::cout.flush();
  const bool unwritten = exitCode == 0 && !std::cout;
  return unwritten ? fail("Cannot write to standard output.") : exitCode;
}
