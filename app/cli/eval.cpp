// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eval.h"

#include "app/cli/text.h"
#include "core/base/error.h"
#include "core/base/folders.h"
#include "core/data/catalogue.h"
#include "core/io/modelfile.h"
#include "core/train/evaluate.h"

#include <CLI/CLI.hpp>

#include <iomanip>
#include <iostream>
#include <memory>

namespace inkling::cli {
namespace {

/// counts[true][predicted]
using Confusion = std::vector<std::vector<int>>;

Confusion confusion(const Predictions& predictions) {
  const auto classes = static_cast<std::size_t>(predictions.classes);
  Confusion counts(classes, std::vector<int>(classes));
  for (std::size_t i = 0; i < predictions.labels.size(); ++i)
    ++counts[predictions.labels[i]][predictions.predicted[i]];
  return counts;
}

void checkFits(const Model& model, const DataSource& source) {
  const Shape input = model.network.inputShape();
  if (source.test->width != input.width || source.test->height != input.height) {
    throw Error("The model reads images of " + std::to_string(input.width) + "x" +
                std::to_string(input.height) + " pixels, those of " + source.title + " have " +
                std::to_string(source.test->width) + "x" + std::to_string(source.test->height) +
                ".");
  }
  if (source.classes() != model.network.outputs()) {
    throw Error("The model tells " + std::to_string(model.network.outputs()) + " classes apart, " +
                source.title + " has " + std::to_string(source.classes()) + ".");
  }
}

DataView part(const EvalOptions& options, const Model& model, const DataSource& source) {
  const Split parts = split(source, model.recipe.data);
  const DataView& view = options.part == "train"        ? parts.train
                         : options.part == "validation" ? parts.validation
                                                        : parts.test;
  if (view.count() == 0) {
    throw Error("There are no " + options.part + " images: the recipe holds none out.");
  }
  return view;
}

void print(const Confusion& counts, const std::vector<std::string>& names) {
  constexpr int kWidth = 7;
  std::cout << "rows: true class, columns: what it was read as\n" << std::setw(12) << "";
  for (const std::string& name : names)
    std::cout << std::setw(kWidth) << name.substr(0, kWidth - 1);
  std::cout << '\n';
  for (std::size_t row = 0; row < counts.size(); ++row) {
    std::cout << std::setw(12) << names[row].substr(0, 11);
    for (const int count : counts[row]) std::cout << std::setw(kWidth) << count;
    std::cout << '\n';
  }
}

}  // namespace

int eval(const EvalOptions& options) {
  const Model model = loadModel(options.model).model;
  const DataSource source =
      loadDataSource(options.data.empty() ? model.recipe.data.set : options.data, resourceFolder());
  checkFits(model, source);
  const Predictions predictions = predictAll(model, part(options, model, source), options.threads);
  const Score result = score(predictions);
  const Confusion counts = confusion(predictions);
  if (options.json) {
    printLine(Json{{"accuracy", result.accuracy},
                   {"loss", result.loss},
                   {"count", result.count},
                   {"part", options.part},
                   {"data", source.name},
                   {"classes", source.classNames},
                   {"confusion", counts}});
    return 0;
  }
  std::cout << "accuracy " << percent(result.accuracy) << ", loss " << fixed(result.loss, 4)
            << ", on " << grouped(result.count) << " " << options.part << " images of "
            << source.title << '\n';
  print(counts, source.classNames);
  return 0;
}

void addEval(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "Measure a model on a data set");
  command->add_option("model", options->model, "Model file")->type_name("FILE")->required();
  command
      ->add_option("--data", options->data,
                   "Folder with the four IDX files, or a set's name (default: the model's own)")
      ->type_name("DIR");
  command->add_option("--part", options->part, "Which images")
      ->check(CLI::IsMember({"test", "validation", "train"}))
      ->capture_default_str();
  command->add_option("--threads", options->threads, "Threads (default: all cores)")
      ->check(CLI::Range(1, 256));
  command->add_flag("--json", options->json, "One JSON object instead of text");
  command->callback([options, &exitCode] { exitCode = eval(*options); });
}

}  // namespace inkling::cli
