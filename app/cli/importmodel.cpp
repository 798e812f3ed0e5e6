// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importmodel.h"

#include "app/cli/recipeargument.h"
#include "app/cli/text.h"
#include "core/base/folders.h"
#include "core/base/grouped.h"
#include "core/base/labels.h"
#include "core/io/importweights.h"
#include "core/io/modelfile.h"
#include "core/io/outputs.h"
#include "core/recipe/imageshape.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace inkling::cli {
namespace {

constexpr int kMostFiles = 512;  // weights and biases of as many layers as a recipe has

ImportTarget targetOf(const ImportOptions& options) {
  ImportTarget target;
  if (!options.shape.empty()) {
    target.input = imageShapeFrom(options.shape);
    if (!target.input) {
      throw CLI::ValidationError("--shape",
                                 options.shape +
                                     " is no shape of images: expected are rows, columns and, if "
                                     "they are in colour, 3 channels, such as 20x20 or 32x32x3");
    }
  }
  for (int i = 0; i < options.classes; ++i) target.classNames.push_back(std::to_string(i));
  if (!options.channels.empty())
    target.channels = options.channels == "first" ? ChannelOrder::First : ChannelOrder::Last;
  return target;
}

ImportedModel read(const ImportOptions& options) {
  const ImportTarget target = targetOf(options);
  if (!options.recipe.empty()) {
    return importWeights(options.inputs,
                         recipeFromArgument("--recipe", options.recipe, resourceFolder()), target);
  }
  if (options.inputs.size() == 2) return importPair(options.inputs[0], options.inputs[1], target);
  throw CLI::ValidationError("--recipe", "is needed to know what network the weights are for");
}

}  // namespace

int importModel(const ImportOptions& options) {
  std::vector<std::filesystem::path> inputs = options.inputs;
  inputs.emplace_back(options.recipe);
  requireOutputs({options.out}, inputs);
  const ImportedModel imported = read(options);
  const Model& model = imported.model;
  saveModel(options.out, model);
  for (const std::string& note : imported.notes) std::cerr << note << '\n';
  std::cout << "saved as " << options.out.string() << ": images of "
            << imageShapeText(model.network.inputShape()) << ", " << model.classNames.size()
            << " classes, " << grouped(model.network.parameterCount()) << " parameters\n";
  return 0;
}

void addImport(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* command = app.add_subcommand("import", "Make a model from another program's weights");
  command
      ->add_option("inputs", options->inputs,
                   "One .npz or .safetensors, or .npy files: W b of a single dense layer, or W1 b1 "
                   "W2 b2 …")
      ->type_name("FILE")
      ->expected(1, kMostFiles)
      ->required();
  command
      ->add_option("--recipe", options->recipe,
                   "The network that the weights fit; not needed for W and b")
      ->type_name("RECIPE|FILE");
  command
      ->add_option(
          "--shape", options->shape,
          "Rows, columns and channels of the images, such as 20x20x1; else square ones that "
          "fit")
      ->type_name("SHAPE");
  command->add_option("--classes", options->classes, "Number of classes; else as the weights have")
      ->check(CLI::Range(2, kMostClasses));
  command
      ->add_option("--channels", options->channels,
                   "Whether the weights have the channels first (PyTorch) or last (Inkling, NumPy "
                   "images); else as the names tell")
      ->check(CLI::IsMember({"first", "last"}))
      ->type_name("ORDER");
  command->add_option("--out", options->out, "Model file")->type_name("FILE")->required();
  command->callback([options, &exitCode] { exitCode = importModel(*options); });
}

}  // namespace inkling::cli
