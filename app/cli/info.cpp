// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/info.h"

#include "app/cli/recipeargument.h"
#include "app/cli/text.h"
#include "core/base/files.h"
#include "core/base/folders.h"
#include "core/base/grouped.h"
#include "core/io/modelfile.h"
#include "core/recipe/recipejson.h"
#include "core/recipe/recipelibrary.h"

#include <CLI/CLI.hpp>

#include <iomanip>
#include <iostream>
#include <memory>

namespace inkling::cli {
namespace {

bool isModelFile(const std::string& subject, const std::filesystem::path& resources) {
  return namesFile(subject) && lowerExtension(subject) != ".json" && !isBundled(subject, resources);
}

std::string text(Shape shape) {
  if (shape.height == 1 && shape.width == 1) return std::to_string(shape.channels);
  return std::to_string(shape.height) + "x" + std::to_string(shape.width) + "x" +
         std::to_string(shape.channels);
}

std::string text(const LayerSpec& layer) {
  const auto window = [&] {
    return " " + std::to_string(layer.kernel) + "x" + std::to_string(layer.kernel) + ", stride " +
           std::to_string(layer.stride);
  };
  switch (layer.kind) {
    case LayerKind::Conv2d:
      return toString(layer.kind) + window() + ", padding " + std::to_string(layer.padding);
    case LayerKind::MaxPool2d:
      return toString(layer.kind) + window();
    case LayerKind::Dropout:
      return toString(layer.kind) + " " + fixed(layer.rate, 2);
    default:
      return toString(layer.kind);
  }
}

void printLayers(const std::vector<LayerSpec>& layers, Shape shape) {
  const auto row = [](const std::string& layer, Shape output, const std::string& parameters) {
    std::cout << "  " << std::left << std::setw(36) << layer << std::setw(12) << text(output)
              << std::right << std::setw(12) << parameters << '\n';
  };
  row("input", shape, "");
  long sum = 0;
  for (const LayerSpec& layer : layers) {
    const long count = parameterCount(layer, shape);
    shape = outputShape(layer, shape);
    sum += count;
    row(text(layer), shape, count > 0 ? grouped(count) : "");
  }
  std::cout << "  " << grouped(sum) << " parameters\n";
}

void printRecipe(const Recipe& recipe, Shape input) {
  std::cout << "recipe " << recipe.name << '\n';
  for (const auto& text : {recipe.title, recipe.lesson}) {
    if (!text.empty()) std::cout << inLanguage(text, "en") << '\n';
  }
  printLayers(recipe.layers, input);
  std::cout << "data " << recipe.data.set << ", batch " << recipe.batch << ", epochs "
            << recipe.epochs << ", seed " << recipe.seed << ", learning rate "
            << recipe.optimizer.learningRate << '\n';
}

void printScore(const char* part, const Score& score) {
  if (score.count == 0) return;
  std::cout << part << " accuracy " << percent(score.accuracy) << ", loss " << fixed(score.loss, 4)
            << ", on " << grouped(score.count) << " images\n";
}

void printModel(const ModelFile& file) {
  const Model& model = file.model;
  printRecipe(model.recipe, model.network.inputShape());
  std::cout << "trained for " << model.position.epoch << " epochs";
  if (model.position.step > 0) std::cout << " and " << model.position.step << " batches";
  std::cout << (file.state ? "; a checkpoint, training can go on\n" : "\n");
  std::cout << "pictures to read are prepared as " << toString(model.preparation) << '\n';
  if (!model.dataFingerprint.empty())
    std::cout << "on the data with the fingerprint " << model.dataFingerprint << '\n';
  if (!model.history.epochs.empty()) {
    printScore("train", model.history.epochs.back().train);
    printScore("validation", model.history.epochs.back().validation);
  }
  printScore("test", model.history.test);
  if (model.testDrawn && model.history.test.count > 0) std::cout << kTestDrawn << '\n';
}

Json describeModel(const ModelFile& file) {
  const Model& model = file.model;
  const EpochRecord last =
      model.history.epochs.empty() ? EpochRecord{} : model.history.epochs.back();
  return Json{{"kind", "model"},
              {"recipe", Json::parse(inkling::toJson(model.recipe))},
              {"classes", model.classNames},
              {"parameters", model.network.parameterCount()},
              {"data_fingerprint", model.dataFingerprint},
              {"test_drawn", model.testDrawn},
              {"epochs", model.position.epoch},
              {"steps", model.position.step},
              {"checkpoint", file.state.has_value()},
              {"train", scoreJson(last.train)},
              {"validation", scoreJson(last.validation)},
              {"test", scoreJson(model.history.test)}};
}

}  // namespace

int info(const InfoOptions& options) {
  const std::filesystem::path resources = resourceFolder();
  if (isModelFile(options.subject, resources)) {
    const ModelFile file = loadModel(options.subject);
    if (options.json) {
      printLine(describeModel(file));
    } else {
      printModel(file);
    }
    return 0;
  }
  const Recipe recipe = recipeFromArgument("subject", options.subject, resources);
  if (options.json) {
    printLine(Json{{"kind", "recipe"}, {"recipe", Json::parse(inkling::toJson(recipe))}});
  } else {
    printRecipe(recipe, Shape{28, 28, 1});
  }
  return 0;
}

void addInfo(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<InfoOptions>();
  CLI::App* command = app.add_subcommand("info", "Say what is in a model or recipe");
  command->add_option("subject", options->subject, "Model file, recipe file or name of a recipe")
      ->type_name("MODEL|RECIPE")
      ->required();
  command->add_flag("--json", options->json, "One JSON object instead of text");
  command->callback([options, &exitCode] { exitCode = info(*options); });
}

}  // namespace inkling::cli
