// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sweep/sweepchoice.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/data/datasource.h"
#include "core/io/atomicfile.h"
#include "core/io/filelock.h"
#include "core/io/modelfile.h"
#include "core/recipe/jsontext.h"
#include "core/sweep/sweepfolder.h"
#include "core/sweep/trialrunner.h"
#include "core/train/evaluate.h"

#include <map>

namespace inkling {
namespace {

Json toJson(const Score& score) {
  return {{"accuracy", score.accuracy}, {"loss", score.loss}, {"count", score.count}};
}

Score readScore(const Json& json) {
  return {json.at("loss").get<double>(), json.at("accuracy").get<double>(),
          json.at("count").get<int>()};
}

Json toJson(const SweepChoice& choice) {
  return {{"axes", choice.axes},
          {"at", choice.at},
          {"trials", choice.trials},
          {"chosen_by", "validation accuracy, mean over the seeds"},
          {"validation", toJson(choice.validation)},
          {"test", toJson(choice.test)}};
}

/// Null if there is none. Throws Error if it cannot be read.
Json storedJson(const SweepFolder& folder) {
  if (!isThere(folder.bestFile())) return nullptr;
  const std::vector<char> bytes = readFile(folder.bestFile(), kMaxSweepFile);
  return parseJson({bytes.data(), bytes.size()}, folder.bestFile().string());
}

/// What storedJson() gave. Throws Error if it is no choice.
std::optional<SweepChoice> readChoice(const Json& json, const SweepFolder& folder) {
  if (json.is_null()) return std::nullopt;
  try {
    SweepChoice choice;
    json.at("axes").get_to(choice.axes);
    json.at("at").get_to(choice.at);
    json.at("trials").get_to(choice.trials);
    choice.validation = readScore(json.at("validation"));
    choice.test = readScore(json.at("test"));
    if (!json.value("earlier", Json::array()).is_array())
      throw Error(folder.bestFile().string() +
                  " holds no choice of a sweep: its earlier ones are no list.");
    return choice;
  } catch (const nlohmann::json::exception& wrong) {
    throw Error(folder.bestFile().string() + " holds no choice of a sweep: " + wrong.what() + ".");
  }
}

/// Nothing if it was not kept, or is damaged.
std::optional<Model> keptModel(const Trial& trial, const SweepFolder& folder) {
  const std::filesystem::path file = folder.modelFile(trial.id);
  if (!isThere(file)) return std::nullopt;
  try {
    Model model = loadModel(file).model;
    if (trialId(model.recipe) == trial.id) return model;
  } catch (const Error&) {
    // Training again is dearer, but gives the same.
  }
  return std::nullopt;
}

/// How long to wait before looking again whether another process has measured the best.
constexpr double kLookForBest = 0.2;

/// What measuring needs.
struct Measuring {
  const SweepTable& table;
  const SweepFolder& folder;
  const std::filesystem::path& resources;
  SweepControl& control;
  const DataReading& reading;
};

/// The trial's network: as it was kept, or trained again, which gives the same one. Nothing if it
/// was stopped.
std::optional<Model> modelOf(const Trial& trial, const DataSource& source, const Measuring& how) {
  if (std::optional<Model> kept = keptModel(trial, how.folder)) return kept;
  Trainer trainer(trial.recipe, withoutTest(source));
  Control control;
  const SweepControl::Attached attached(how.control, control);
  Observer observer;
  if (trainer.run(control, observer).reason == StopReason::Stopped) return std::nullopt;
  return trainer.model();
}

std::optional<Score> testScore(const SweepRow& row, const Measuring& how) {
  const Recipe& recipe = row.trial.recipe;
  const DataSource source = loadDataSource(recipe.data.images(), how.resources, how.reading);
  requireSameImages(*row.result, source);
  const auto model = modelOf(row.trial, source, how);
  if (!model) return std::nullopt;
  return evaluate(*model, split(source, recipe.data, recipe.seed).test);
}

/// Accuracies on different images say nothing of the settings. Throws Error.
void requireOneSet(const SweepTable& table) {
  std::map<MendedSet, const TrialResult*> first;  // with a fingerprint, of each data set
  for (const SweepRow& row : table.rows) {
    if (!row.result || row.result->dataFingerprint.empty()) continue;
    const auto& [images, before] =
        *first.emplace(row.trial.recipe.data.images(), &*row.result).first;
    if (before->dataFingerprint != row.result->dataFingerprint)
      throw Error("The trials " + trialId(before->recipe) + " and " + row.trial.id +
                  " were trained on different images of " + images.set + " (" +
                  before->dataFingerprint + " and " + row.result->dataFingerprint +
                  "): nothing can be chosen.");
  }
}

/// Nothing if it was stopped.
std::optional<Score> meanTest(const SweepCell& cell, const Measuring& how) {
  Score mean;
  const auto parts = static_cast<double>(cell.rows.size());
  for (const int row : cell.rows) {
    if (how.control.stopping()) return std::nullopt;
    const SweepRow& each = how.table.rows[static_cast<std::size_t>(row)];
    const Score known = each.result->history.test;
    const auto score = known.count > 0 ? known : testScore(each, how);
    if (!score) return std::nullopt;
    mean.loss += score->loss / parts;
    mean.accuracy += score->accuracy / parts;
    mean.count += score->count;
  }
  return mean;
}

/// Nothing if it was stopped.
std::optional<FileLock> takeTurn(const SweepFolder& folder, SweepControl& control) {
  while (true) {
    if (auto lock = FileLock::tryTake(folder.claimFile("best"))) return lock;
    if (!control.sleep(kLookForBest)) return std::nullopt;
  }
}

}  // namespace

std::optional<SweepChoice> storedChoice(const SweepFolder& folder) {
  return readChoice(storedJson(folder), folder);
}

std::optional<SweepChoice> chooseBest(const SweepTable& table, const SweepFolder& folder,
                                      const std::filesystem::path& resources, SweepControl* control,
                                      const DataReading& reading) {
  if (!table.complete()) return std::nullopt;
  requireOneSet(table);
  const std::vector<SweepCell> cells = cellsOf(table);
  const int best = bestCell(cells);
  if (best < 0) return std::nullopt;
  const SweepCell& cell = cells[static_cast<std::size_t>(best)];
  SweepChoice choice{table.axes, cell.at, {}, cell.validation, {}};
  for (const int row : cell.rows)
    choice.trials.push_back(table.rows[static_cast<std::size_t>(row)].trial.id);

  folder.create();
  SweepControl never;
  SweepControl& stops = control ? *control : never;
  const auto once = takeTurn(folder, stops);
  if (!once) return std::nullopt;
  const Json before = storedJson(folder);
  const auto stored = readChoice(before, folder);
  if (stored && stored->trials == choice.trials) return stored;
  const auto test = meanTest(cell, {table, folder, resources, stops, reading});
  if (!test) return std::nullopt;
  choice.test = *test;
  Json json = toJson(choice);
  if (stored) {
    json["earlier"] = before.value("earlier", Json::array());
    json["earlier"].push_back(toJson(*stored));
  }
  writeFileAtomically(folder.bestFile(), json.dump(2) + "\n");
  return choice;
}

}  // namespace inkling
