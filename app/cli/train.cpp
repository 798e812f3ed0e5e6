// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train.h"

#include "app/cli/datareading.h"
#include "app/cli/interrupts.h"
#include "app/cli/recipeargument.h"
#include "app/cli/trainreport.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/folders.h"
#include "core/data/datasource.h"
#include "core/io/autosave.h"
#include "core/io/modelfile.h"
#include "core/io/outputs.h"
#include "core/model/trainedon.h"
#include "core/train/fitrecipe.h"
#include "core/train/trainer.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <iostream>
#include <memory>
#include <string_view>

namespace inkling::cli {
namespace {

namespace fs = std::filesystem;

struct Job {
  std::unique_ptr<Trainer> trainer;
  Recipe recipe;
  DataSource source;
  bool published = false;  ///< figures were published for just this
  Position begin;          ///< where the training stands
};

/// Of "30s" or "1.5min".
Autosave::Seconds secondsFrom(const std::string& text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, problem] = std::from_chars(text.data(), end, number);
  const std::string_view unit(rest, static_cast<std::size_t>(end - rest));
  const double seconds = unit == "s" ? number : unit == "min" ? 60 * number : 0;
  constexpr double kDay = 24 * 60 * 60;
  if (problem != std::errc() || !(seconds >= 1 && seconds <= kDay))
    throw CLI::ValidationError(
        "--checkpoint-every",
        "\"" + text + "\" is not a time from 1s to 1440min, such as 30s or 5min");
  return Autosave::Seconds(seconds);
}

Checkpoint loadCheckpoint(const fs::path& file) {
  ModelFile loaded = loadModel(file);
  if (!loaded.state) {
    throw Error(file.string() +
                " holds a finished model without its optimizer state, so its training cannot be "
                "continued: train with --checkpoint to keep it.");
  }
  return {std::move(loaded.model), std::move(*loaded.state)};
}

Recipe recipeFor(const TrainOptions& options, const fs::path& resources) {
  Recipe recipe = recipeFromArgument("--recipe", options.recipe, resources);
  if (!options.data.empty()) useData(recipe, options.data);
  if (options.epochs) recipe.epochs = *options.epochs;
  if (options.seed) recipe.seed = *options.seed;
  setFields(recipe, options.fields);
  return recipe;
}

Job prepare(const TrainOptions& options, Control& control) {
  const fs::path resources = resourceFolder();
  tellIfBoth(options.data, resources);
  Job job;
  if (options.resume.empty()) {
    job.recipe = recipeFor(options, resources);
    job.source = loadDataSource(job.recipe.data.images(), resources, dataReading());
    if (fitToClasses(job.recipe, job.source.classes()))
      std::cerr << fittedSentence(job.source) << '\n';
    if (const std::string said = leftOutSentence(job.recipe, job.source); !said.empty())
      std::cerr << said << '\n';
    job.published =
        !options.epochs && options.fields.empty() && publishedFor(job.recipe, job.source.name);
    job.trainer = std::make_unique<Trainer>(job.recipe, job.source, options.threads);
    return job;
  }
  Checkpoint checkpoint = loadCheckpoint(options.resume);
  Recipe& recipe = checkpoint.model.recipe;
  job.source =
      loadDataSource({options.data.empty() ? recipe.data.set : options.data, recipe.data.mend},
                     resources, dataReading());
  const std::string problem =
      otherData("This checkpoint", checkpoint.model.dataFingerprint, job.source);
  if (!problem.empty()) {
    if (!options.otherData) throw Error(problem + " With --other-data it goes on all the same.");
    const DataMending mend = recipe.data.mend;
    useData(recipe, job.source.name);
    recipe.data.mend = mend;
  }
  job.recipe = recipe;
  job.begin = checkpoint.model.position;
  job.published = !options.epochs && publishedFor(job.recipe, job.source.name);
  job.trainer = std::make_unique<Trainer>(std::move(checkpoint), job.source, options.threads,
                                          OtherData::Take);
  if (options.epochs) control.change({.learningRate = {}, .epochs = options.epochs});
  return job;
}

fs::path outputFile(const TrainOptions& options, const std::string& recipe) {
  const fs::path file = options.out.empty() ? options.resume : options.out;
  if (!file.empty()) return file;
  const fs::path folder = userFolder() / "models";
  makeFolder(folder);
  return folder / (recipe + ".safetensors");
}

// Going on from a checkpoint usually replaces it; nothing else that is read is replaced.
void checkOutputs(const TrainOptions& options, const Job& job, const fs::path& file) {
  std::vector<fs::path> inputs =
      dataFiles(options.data.empty() ? job.recipe.data.set : options.data, resourceFolder());
  if (options.resume.empty()) inputs.emplace_back(options.recipe);
  requireOutputs({file, options.log}, inputs);
  requireOutputs({options.log}, {options.resume});
}

void save(const Trainer& trainer, const fs::path& file, bool checkpoint) {
  if (checkpoint) {
    saveCheckpoint(file, trainer.checkpoint());
  } else {
    saveModel(file, trainer.model());
  }
}

}  // namespace

int train(const TrainOptions& options) {
  std::optional<Autosave::Seconds> every;
  if (!options.checkpointEvery.empty()) every = secondsFrom(options.checkpointEvery);
  Control control;
  const Interrupts interrupts([&control] { control.stop(); });
  const Job job = prepare(options, control);
  const fs::path file = outputFile(options, job.recipe.name);
  checkOutputs(options, job, file);
  std::optional<Autosave> autosave;
  if (every) autosave.emplace(file, *every);

  TrainReport report({.json = options.json,
                      .log = options.log,
                      .append = !options.resume.empty(),
                      .published = job.published},
                     control, options.maxSteps, autosave ? &*autosave : nullptr);
  report.begin(job.recipe, job.source, *job.trainer);
  const Summary summary = job.trainer->run(control, report);
  const bool stopped = summary.reason == StopReason::Stopped;
  if (stopped && summary.position == Position{}) {
    std::cerr << "Interrupted before the first batch; nothing is saved.\n";
    return Interrupts::kExitCode;
  }
  autosave.reset();  // what it writes must not come after what follows
  // A checkpoint whose plan was done already stays one.
  const bool untouched = !options.resume.empty() && summary.position == job.begin;
  save(*job.trainer, file, stopped || untouched || options.checkpoint);
  report.end(summary, job.trainer->model(), file);

  if (stopped && interrupts.interrupted()) return Interrupts::kExitCode;
  if (stopped && !std::cout)
    throw Error(
        "Standard output cannot be written any more, so the training was stopped and saved as " +
        file.string() + ". With --resume it goes on.");
  return summary.reason == StopReason::Diverged ? 1 : 0;
}

void addTrain(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<TrainOptions>();
  CLI::App* command = app.add_subcommand("train", "Train a network as a recipe says and save it");
  CLI::Option* recipe =
      command->add_option("--recipe", options->recipe, "Name of a recipe or a .json file")
          ->type_name("RECIPE|FILE")
          ->capture_default_str();
  command
      ->add_option("--data", options->data,
                   "A set's name, or a file or folder that holds one (inkling-cli data)")
      ->type_name("DATA|PATH");
  command->add_option("--epochs", options->epochs, "Number of epochs")
      ->check(CLI::Range(1, 100000));
  CLI::Option* seed = command->add_option("--seed", options->seed, "Seed of all randomness");
  command->add_option("--threads", options->threads, "Threads (default: all cores)")
      ->check(CLI::Range(1, 256));
  CLI::Option* set = command->add_option(
      "--set", options->fields, "Change a field of the recipe, e.g. optimizer.learning_rate=0.05");
  set->type_name("FIELD=VALUE");
  command->add_option("--out", options->out, "Model file (default: in your data folder)")
      ->type_name("FILE");
  command->add_option("--log", options->log, "CSV file with a row for every epoch")
      ->type_name("FILE.csv");
  CLI::Option* resume =
      command->add_option("--resume", options->resume, "Go on from this checkpoint")
          ->type_name("FILE");
  command->add_flag("--checkpoint", options->checkpoint,
                    "Keep the optimizer's state in the file, so that training can go on");
  command
      ->add_option("--checkpoint-every", options->checkpointEvery,
                   "Write a checkpoint to the model file while training: after every epoch and "
                   "when so much time has passed (30s, 5min)")
      ->type_name("TIME");
  command
      ->add_option("--max-steps", options->maxSteps,
                   "Stop after so many batches and save a checkpoint")
      ->check(CLI::PositiveNumber);
  command->add_flag("--json", options->json, "One JSON object a line instead of text");
  command
      ->add_flag("--other-data", options->otherData,
                 "Go on although the checkpoint was trained on other images")
      ->needs(resume);
  resume->excludes(recipe)->excludes(seed)->excludes(set);
  command->callback([options, &exitCode] { exitCode = train(*options); });
}

}  // namespace inkling::cli
