// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eval.h"

#include "app/cli/datareading.h"
#include "app/cli/evalfigures.h"
#include "app/cli/interrupts.h"
#include "app/cli/recipeargument.h"
#include "app/cli/text.h"
#include "core/analysis/confusion.h"
#include "core/analysis/errorlist.h"
#include "core/analysis/interval.h"
#include "core/base/error.h"
#include "core/base/folders.h"
#include "core/base/grouped.h"
#include "core/data/datasource.h"
#include "core/io/atomicfile.h"
#include "core/io/modelfile.h"
#include "core/io/npy.h"
#include "core/io/outputs.h"
#include "core/model/fits.h"
#include "core/model/trainedon.h"
#include "core/train/evaluate.h"

#include <CLI/CLI.hpp>

#include <iomanip>
#include <iostream>
#include <memory>
#include <numeric>

namespace inkling::cli {
namespace {

// The test set needs no split, so any set can be measured, however small.
DataView everyTestImage(const DataSource& source) {
  DataView view{source.test, std::vector<std::uint32_t>(source.test->labels.size())};
  std::iota(view.indices.begin(), view.indices.end(), 0U);
  return view;
}

DataView part(const EvalOptions& options, const Model& model, const DataSource& source) {
  if (options.part == "test") return everyTestImage(source);
  const Split parts = split(source, model.recipe.data, model.recipe.seed);
  const DataView& view = options.part == "train" ? parts.train : parts.validation;
  if (view.count() == 0) {
    throw Error("There are no " + options.part + " images: the recipe holds none out.");
  }
  return view;
}

std::vector<std::vector<int>> rows(const Confusion& confusion) {
  std::vector<std::vector<int>> counts(static_cast<std::size_t>(confusion.classes()));
  for (int r = 0; r < confusion.classes(); ++r)
    for (int c = 0; c < confusion.classes(); ++c)
      counts[static_cast<std::size_t>(r)].push_back(confusion.count(r, c));
  return counts;
}

void print(const Confusion& confusion, const std::vector<std::string>& names) {
  constexpr int kWidth = 7;
  std::cout << "rows: true class, columns: what it was read as\n" << std::setw(12) << "";
  for (const std::string& name : names) std::cout << rightAligned(name, kWidth);
  std::cout << '\n';
  const auto counts = rows(confusion);
  for (std::size_t row = 0; row < counts.size(); ++row) {
    std::cout << rightAligned(names[row], 12);
    for (const int count : counts[row]) std::cout << std::setw(kWidth) << count;
    std::cout << '\n';
  }
}

void printText(const EvalOptions& options, const Model& model, const DataSource& source,
               const Predictions& predictions) {
  const Score result = score(predictions);
  const Confusion confusion(predictions);
  const Interval interval = wilsonInterval(confusion.correct(), confusion.total());
  std::cout << "accuracy " << percent(result.accuracy) << ", loss " << fixed(result.loss, 4)
            << ", on " << grouped(result.count) << " " << options.part << " images of "
            << source.title << '\n'
            << grouped(confusion.errors()) << " errors; the accuracy lies in "
            << percent(interval.low) << " ... " << percent(interval.high) << " (95 %, Wilson)\n";
  if (confusion.unequal())
    std::cout << "balanced accuracy " << percent(confusion.balancedAccuracy()) << ", macro-F1 "
              << percent(confusion.macroF1()) << ": means over the classes, which are unequal\n";
  if (source.testDrawn && options.part == "test") std::cout << kTestDrawn << '\n';
  if (sameData(model.dataFingerprint, source) == SameData::No)
    std::cout << "the model was trained on other images: " << model.recipe.data.set << " ("
              << model.dataFingerprint << ", not " << source.fingerprint << ")\n";
  print(confusion, source.classNames);
}

Json toJson(const EvalOptions& options, const Model& model, const DataSource& source,
            const Predictions& predictions) {
  const Score result = score(predictions);
  const Confusion confusion(predictions);
  const Interval interval = wilsonInterval(confusion.correct(), confusion.total());
  return {{"accuracy", result.accuracy},
          {"accuracy_interval_95", {interval.low, interval.high}},
          {"balanced_accuracy", confusion.balancedAccuracy()},
          {"macro_f1", confusion.macroF1()},
          {"loss", result.loss},
          {"count", result.count},
          {"errors", confusion.errors()},
          {"part", options.part},
          {"test_drawn", source.testDrawn},
          {"data", source.name},
          {"data_fingerprint", source.fingerprint},
          {"trained_on", model.dataFingerprint},
          {"classes", source.classNames},
          {"confusion", rows(confusion)}};
}

}  // namespace

int eval(const EvalOptions& options) {
  const Interrupts interrupts;
  const std::atomic<bool>& cancel = interrupts.interrupted();
  const Model model = loadModel(options.model).model;
  const std::string set = options.data.empty() ? model.recipe.data.set : options.data;
  tellIfBoth(options.data, resourceFolder());
  std::vector<std::filesystem::path> inputs = dataFiles(set, resourceFolder());
  inputs.push_back(options.model);
  requireOutputs({options.errors, options.probabilities}, inputs);
  const DataSource source =
      loadDataSource({set, model.recipe.data.mend}, resourceFolder(), dataReading());
  requireFits(model.network, everyTestImage(source));
  const DataView view = part(options, model, source);
  const Predictions predictions = predictAll(model, view, options.threads, &cancel);
  if (cancel) return Interrupts::kExitCode;
  Json json = toJson(options, model, source, predictions);
  if (!options.json) printText(options, model, source, predictions);
  if (options.calibration) {
    const Split parts = split(source, model.recipe.data, model.recipe.seed);
    const DataView& fitted = parts.validation.count() > 0 ? parts.validation : view;
    const Predictions held = predictAll(model, fitted, options.threads, &cancel);
    if (cancel) return Interrupts::kExitCode;
    const CalibrationFigures figures = calibrate(predictions, held);
    if (!options.json) print(figures);
    json["calibration"] = toJson(figures);
  }
  if (options.robustness) {
    const auto curves = measureRobustness(model, view, options.threads, cancel);
    if (cancel) return Interrupts::kExitCode;
    if (!options.json) print(curves);
    json["robustness"] = toJson(curves);
  }
  if (!options.errors.empty())
    writeFileAtomically(options.errors, errorsCsv(predictions, view, source.classNames));
  if (!options.probabilities.empty())
    writeFileAtomically(options.probabilities,
                        encodeNpy({"probabilities",
                                   {predictions.count(), predictions.classes},
                                   predictions.probabilities}));
  if (options.json) printLine(json);
  return 0;
}

void addEval(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "Measure a model on a data set");
  command->add_option("model", options->model, "Model file")->type_name("FILE")->required();
  command
      ->add_option("--data", options->data,
                   "A set's name, or a file or folder that holds one (default: the model's own)")
      ->type_name("DATA|PATH");
  command->add_option("--part", options->part, "Which images")
      ->check(CLI::IsMember({"test", "validation", "train"}))
      ->capture_default_str();
  command->add_option("--threads", options->threads, "Threads (default: all cores)")
      ->check(CLI::Range(1, 256));
  command->add_flag("--json", options->json, "One JSON object instead of text");
  command->add_flag("--calibration", options->calibration,
                    "Also compare confidence and accuracy, and fit a temperature on validation");
  command->add_flag("--robustness", options->robustness,
                    "Also measure noisy, turned, shifted, scaled, blurred … images");
  command
      ->add_option("--errors", options->errors,
                   "List the wrong ones in this CSV file, the surest mistakes first")
      ->type_name("FILE");
  command
      ->add_option("--probabilities", options->probabilities,
                   "Write the probabilities of every image to this NumPy file")
      ->type_name("FILE.npy");
  command->callback([options, &exitCode] { exitCode = eval(*options); });
}

}  // namespace inkling::cli
