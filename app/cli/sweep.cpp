// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep.h"

#include "app/cli/datareading.h"
#include "app/cli/interrupts.h"
#include "app/cli/recipeargument.h"
#include "app/cli/sweepreport.h"
#include "app/cli/text.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/folders.h"
#include "core/data/datasource.h"
#include "core/io/atomicfile.h"
#include "core/io/modelfile.h"
#include "core/io/outputs.h"
#include "core/io/tensorfile.h"
#include "core/recipe/recipejson.h"
#include "core/recipe/recipelibrary.h"
#include "core/sweep/trialrunner.h"

#include <algorithm>
#include <iostream>

namespace inkling::cli {
namespace {

namespace fs = std::filesystem;

struct Plan {
  SweepSpec spec;
  SweepFolder folder;
  std::vector<Trial> trials;
};

Plan openPlan(const SweepArguments& arguments) {
  Plan plan;
  plan.folder.root = arguments.folder;
  requireOutputs({arguments.csv},
                 {arguments.spec, plan.folder.sweepFile(), plan.folder.bestFile()});
  if (!arguments.spec.empty() && isThere(resourceFolder() / "sweeps" / (arguments.spec + ".json")))
    tellIfThere(arguments.spec, "sweep");
  plan.spec =
      arguments.spec.empty() ? plan.folder.loadSpec() : findSweep(arguments.spec, resourceFolder());
  plan.trials = expandTrials(plan.spec, resourceFolder(), dataReading());
  if (const int missing = drawsMissing(plan.spec, plan.trials); missing > 0)
    std::cerr << "The search asks for " << plan.spec.randomCount << " settings, but there are only "
              << plan.spec.randomCount - missing << " different ones: all of them are tried.\n";
  return plan;
}

/// Prints the table. Returns the exit status: 1 if there are results that cannot be used.
int report(const SweepArguments& arguments, const Plan& plan, SweepControl& control) {
  const SweepTable table = collectSweep(plan.spec, plan.trials, plan.folder);
  std::optional<SweepChoice> choice;
  if (plan.spec.test == SweepTest::Best)
    choice = chooseBest(table, plan.folder, resourceFolder(), &control, dataReading());
  if (!arguments.csv.empty()) writeCsv(table, arguments.csv);
  if (arguments.json) {
    printTableJson(table, choice);
  } else {
    printTable(table, choice);
  }
  return std::ranges::all_of(table.rows, &std::string::empty, &SweepRow::problem) ? 0 : 1;
}

/// For a shell: 'it'\''s'.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? "'\\''" : std::string(1, c);
  return result + "'";
}

/// The recipe on one line.
std::string compact(const Recipe& recipe) { return Json::parse(inkling::toJson(recipe)).dump(); }

/// Copies a trial's model. False, after a sentence, if it cannot be used; throws Error if that
/// cannot be told.
bool mergeModel(const Trial& trial, const SweepFolder& into, const SweepFolder& from) {
  const fs::path file = from.modelFile(trial.id);
  if (!isThere(file)) return true;
  const std::vector<char> bytes = readFile(file, kMaxTensorFile);
  try {
    if (trialId(decodeModel(bytes, file.string()).model.recipe) != trial.id)
      throw Error(file.string() + " is the model of another trial.");
  } catch (const Error& unusable) {
    std::cerr << unusable.what() << " The result is taken over without it.\n";
    return false;
  }
  writeFileAtomically(into.modelFile(trial.id), bytes);
  return true;
}

/// Copies the usable results of another folder, and their models, into this one. False, after a
/// sentence for each, if some are not usable. Throws Error if something cannot be copied.
bool merge(const Plan& plan, const SweepFolder& from) {
  if (fileKind(from.root / "trials") != FileKind::Folder)
    throw Error(from.root.string() + " holds no results of a sweep.");
  bool all = true;
  for (const Trial& trial : plan.trials) {
    if (storedResult(plan.folder, trial.id)) continue;
    std::string problem;
    const auto result = storedResult(from, trial.id, &problem);
    if (!problem.empty()) std::cerr << problem << '\n';
    all = all && problem.empty();
    if (!result) continue;
    all = mergeModel(trial, plan.folder, from) && all;
    saveResult(plan.folder, *result);
  }
  return all;
}

std::string whyIncomplete(const Plan& plan, const SweepSummary& summary) {
  if (!std::cout)
    return "Standard output cannot be written any more, so the sweep was stopped; the same command "
           "goes on with what is missing.";
  return std::to_string(plan.trials.size() - static_cast<std::size_t>(summary.finished)) + " of " +
         std::to_string(plan.trials.size()) + " trials have no result that can be read in " +
         plan.folder.root.string() + "; the same command tries them again.";
}

}  // namespace

int sweepRun(const SweepArguments& arguments) {
  SweepControl control;
  const Interrupts interrupts([&control] { control.stop(); });
  const Plan plan = openPlan(arguments);
  plan.folder.saveSpec(plan.spec);
  SweepReport progress(plan.trials, arguments.json, control);
  const SweepOptions options{resourceFolder(), arguments.workers, arguments.models, dataReading()};
  const SweepSummary summary =
      runSweep(plan.trials, plan.spec.test, plan.folder, options, control, progress);
  progress.clear();
  const int status = report(arguments, plan, control);
  if (interrupts.interrupted()) {
    std::cerr << "Interrupted; the same command goes on with what is missing.\n";
    return Interrupts::kExitCode;
  }
  if (!summary.complete) throw Error(whyIncomplete(plan, summary));
  return status;
}

int sweepPlan(const SweepArguments& arguments) {
  const Plan plan = openPlan(arguments);
  plan.folder.saveSpec(plan.spec);
  std::error_code unknown;
  const std::string program = arguments.program.empty()
                                  ? fs::read_symlink("/proc/self/exe", unknown).string()
                                  : arguments.program;
  for (const Trial& trial : plan.trials) {
    if (storedResult(plan.folder, trial.id)) continue;
    std::cout << quoted(program) << " sweep trial --dir "
              << quoted(fs::absolute(arguments.folder).string())
              << (plan.spec.test == SweepTest::All ? " --test" : "")
              << (arguments.models ? "" : " --no-models") << " --recipe-json "
              << quoted(compact(trial.recipe)) << '\n';
  }
  return 0;
}

int sweepTrial(const SweepArguments& arguments) {
  Control control;
  const Interrupts interrupts([&control] { control.stop(); });
  const Recipe recipe = recipeFromJson(arguments.recipe, "--recipe-json");
  const SweepFolder folder{arguments.folder};
  folder.create();
  const DataSource source = loadDataSource(recipe.data.images(), resourceFolder(), dataReading());
  Observer quiet;
  const std::string id = trialId(recipe);
  switch (runTrial(recipe, folder, {arguments.models, arguments.test}, source, control, quiet)) {
    case TrialOutcome::Done:
      std::cout << "trial " << id << " done" << std::endl;
      return 0;
    case TrialOutcome::AlreadyThere:
      std::cout << "trial " << id << " was done already" << std::endl;
      return 0;
    case TrialOutcome::Claimed:
      std::cout << "trial " << id << " is being run by another worker" << std::endl;
      return 0;
    case TrialOutcome::Stopped:
      break;
  }
  return Interrupts::kExitCode;
}

int sweepCollect(const SweepArguments& arguments) {
  const Plan plan = openPlan(arguments);
  plan.folder.create();
  bool merged = true;
  for (const fs::path& from : arguments.from) merged = merge(plan, {from}) && merged;
  SweepControl control;
  const Interrupts interrupts([&control] { control.stop(); });
  const int status = report(arguments, plan, control);
  if (interrupts.interrupted()) return Interrupts::kExitCode;
  return merged ? status : 1;
}

int sweepList(const SweepArguments& arguments) {
  std::vector<std::string> problems;
  for (const SweepSpec& spec : bundledSweeps(resourceFolder(), problems)) {
    const auto trials = expandTrials(spec, resourceFolder(), dataReading()).size();
    if (arguments.json) {
      printLine(Json{{"name", spec.name}, {"title", spec.title}, {"trials", trials}});
    } else {
      std::cout << spec.name << "  " << inLanguage(spec.title, "en") << ", " << trials
                << " trials\n";
    }
  }
  for (const std::string& problem : problems) std::cerr << problem << '\n';
  return problems.empty() ? 0 : 1;
}

}  // namespace inkling::cli
