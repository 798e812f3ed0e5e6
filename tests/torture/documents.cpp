// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/torture/documents.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/data/idxset.h"
#include "core/io/atomicfile.h"
#include "core/io/autosave.h"
#include "core/io/exchange.h"
#include "core/io/modelfile.h"
#include "core/io/onnx.h"
#include "core/io/personalset.h"
#include "core/io/runslot.h"
#include "core/io/runstore.h"
#include "core/recipe/recipejson.h"
#include "core/sweep/sweepchoice.h"

#include <array>
#include <string>
#include <vector>

namespace inkling::torture {
namespace {

namespace fs = std::filesystem;

/// Data set, batch and epochs of what the commands are given: trained in milliseconds.
Recipe recipeOf(int version) {
  Recipe recipe;
  recipe.name = "torture";
  recipe.title["en"] = "Version " + std::to_string(version);
  recipe.data.set = "data";
  recipe.data.validation = HeldOut::last(8);
  recipe.layers = {LayerSpec::dense(10)};
  recipe.layers[0].biasInit = {InitKind::Normal, 0.1};
  recipe.batch = 8;
  recipe.epochs = 2;
  return recipe;
}

Model modelOf(int version) {
  Model model;
  model.recipe = recipeOf(version);
  model.network = Network<float>(kGlyphShape, model.recipe.layers);
  model.network.initialise(static_cast<std::uint64_t>(version) + 1);
  for (int i = 0; i < 10; ++i) model.classNames.push_back(std::to_string(i));
  model.history.epochs = {{.epoch = 1, .train = {1, 0.5, 32}, .validation = {1, 0.5, 8}}};
  model.position = {1, 0};
  return model;
}

/// The first trial of a sweep over seeds.
RunResult resultOf(int version, std::uint64_t seed = 1) {
  const Model model = modelOf(version);
  RunResult result{.recipe = model.recipe, .history = model.history, .position = model.position};
  result.recipe.seed = seed;
  result.recipe.title.clear();
  result.classNames = model.classNames;
  result.history.test = {1, 0.25 + 0.25 * version, 8};
  return result;
}

PersonalDigit digitOf(int version, int number = 0) {
  PersonalDigit digit;
  digit.label = (version + number) % 10;
  for (std::size_t i = 0; i < digit.glyph.size(); ++i)
    digit.glyph[i] =
        static_cast<std::uint8_t>((i * i + i * static_cast<std::size_t>(digit.label)) % 251);
  return digit;
}

std::vector<PersonalDigit> digitsOf(int version) {
  constexpr int kDigits = 64;
  std::vector<PersonalDigit> digits;
  for (int i = 0; i < kDigits; ++i) {
    digits.push_back(digitOf(version, i));
    digits.back().id = i + 1;
    digits.back().ink = {{{{0.1F, 0.1F}, {0.5F, 0.1F * static_cast<float>(version)}}}};
  }
  return digits;
}

void saveRun(const fs::path& folder, int version) {
  const Model model = modelOf(version);
  RunRecord run;
  run.origin = "torture";
  run.result = resultOf(version);
  run.batches = {{1, 2.3F, 0.1F}, {2, 2.2F, 0.2F}};
  RunStore(folder / "runs").add(run, &model);
}

std::string newestIn(const RunStore& store) {
  std::vector<std::string> problems;
  const std::vector<RunRecord> runs = store.list(&problems);
  if (!problems.empty()) throw Error(problems.front());
  if (runs.empty()) throw Error("Cannot find a run: there is none.");
  return runs.front().id;
}

/// Names for the one run that is there.
void nameRun(const fs::path& folder, int version) {
  RunStore store(folder / "runs");
  if (!isThere(folder / "runs")) saveRun(folder, 0);
  store.rename(newestIn(store), "version " + std::to_string(version));
}

/// Version 0: two runs more; version 1: the newest goes.
void removeRun(const fs::path& folder, int version) {
  if (version == 0) {
    saveRun(folder, 0);
    return saveRun(folder, 1);
  }
  RunStore store(folder / "runs");
  store.remove(newestIn(store));
}

void relabel(const fs::path& folder, int version) {
  PersonalSet set(folder / "digits.jsonl");
  if (!isThere(set.file())) set.add(digitOf(0));
  set.relabel(1, version);
}

/// Version 0: a file with a line that cannot be read; version 1: that is noticed.
void mendDigits(const fs::path& folder, int version) {
  PersonalSet set(folder / "digits.jsonl");
  if (version == 1) return set.load();
  set.add(digitOf(0));
  std::vector<char> bytes = readFile(set.file(), 1 << 20);
  for (const char c : std::string("half a line")) bytes.push_back(c);
  writeFileAtomically(set.file(), bytes);
}

SweepSpec specOf(int version) {
  SweepSpec spec;
  spec.name = "torture";
  spec.title["en"] = "Version " + std::to_string(version);
  spec.base = recipeOf(0);
  spec.axes = {{.name = "seed", .fields = {"seed"}, .values = {}}};
  for (int seed = 1; seed <= 6; ++seed) spec.axes[0].values.push_back({std::to_string(seed)});
  return spec;
}

/// With version 1 the plan has one trial more, which is better.
void choose(const fs::path& folder, int version) {
  SweepTable table{{"seed"}, {}};
  for (int seed = 1; seed <= 1 + version; ++seed) {
    RunResult result = resultOf(0, static_cast<std::uint64_t>(seed));
    result.history.epochs[0].validation.accuracy = 0.5 + 0.1 * seed;
    const std::string at = std::to_string(seed);
    const Trial trial{trialId(result.recipe), {at}, result.recipe};
    table.rows.push_back({trial, result, {}});
  }
  chooseBest(table, {folder / "sweep"}, {});
}

void saveTrial(const fs::path& folder, int version) {
  const SweepFolder sweep{folder / "sweep"};
  sweep.create();
  saveResult(sweep, resultOf(version));
}

/// Through a link, which stays one.
void saveLinked(const fs::path& folder, int version) {
  const fs::path link = folder / "link.json";
  if (version == 0 && !isThere(link)) fs::create_symlink("a.json", link);
  writeFileAtomically(link, toJson(recipeOf(version)));
}

Checkpoint checkpointOf(int version) { return {modelOf(version), {}}; }

RunSlot slotIn(const fs::path& folder) {
  auto left = RunSlot::takeLeft(folder);
  return left ? std::move(*left) : RunSlot::takeEmpty(folder);
}

void autosave(const fs::path& folder, int version) {
  const RunSlot slot = slotIn(folder);
  Autosave writer(slot.file());
  writer.save(writer.begin(), std::make_shared<const Checkpoint>(checkpointOf(version)));
  writer.flush();
  if (const std::string problem = writer.takeProblem(); !problem.empty()) throw Error(problem);
}

/// Version 0: no set; version 1: a whole one.
void exportSet(const fs::path& folder, int version) {
  if (version == 0) fs::remove_all(folder / "data");
  if (version == 1 && findIdxSets(entriesOf(folder / "data")).empty())
    exportIdx(folder / "data", digitsOf(1));
}

constexpr std::array kDocuments{
    Document{"model", [](const fs::path& f, int v) { saveModel(f / "a.safetensors", modelOf(v)); }},
    Document{"checkpoint", [](const fs::path& f,
                              int v) { saveCheckpoint(f / "a.safetensors", checkpointOf(v)); }},
    Document{"autosave", autosave},
    Document{"recipe", [](const fs::path& f,
                          int v) { writeFileAtomically(f / "a.json", toJson(recipeOf(v))); }},
    Document{"link", saveLinked},
    Document{"run", saveRun},
    Document{"run-name", nameRun},
    Document{"run-removal", removeRun},
    Document{"digits",
             [](const fs::path& f, int v) { PersonalSet(f / "digits.jsonl").add(digitOf(v)); }},
    Document{"digits-label", relabel},
    Document{"digits-damaged", mendDigits},
    Document{"trial", saveTrial},
    Document{"choice", choose},
    Document{"sweep",
             [](const fs::path& f, int v) { SweepFolder{f / "sweep"}.saveSpec(specOf(v)); }},
    Document{"npz", [](const fs::path& f, int v) { exportNpz(f / "a.npz", modelOf(v)); }},
    Document{"safetensors",
             [](const fs::path& f, int v) { exportSafetensors(f / "a.safetensors", modelOf(v)); }},
    Document{"onnx", [](const fs::path& f, int v) { exportOnnx(f / "a.onnx", modelOf(v)); }},
    Document{"pair",
             [](const fs::path& f, int v) { exportPair(f / "W.npy", f / "b.npy", modelOf(v)); }},
    Document{"strokes",
             [](const fs::path& f, int v) { exportStrokes(f / "a.jsonl", digitsOf(v)); }},
    Document{"idx", exportSet},
};

}  // namespace

std::span<const Document> documents() { return kDocuments; }

}  // namespace inkling::torture
