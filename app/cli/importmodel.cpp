// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importmodel.h"

#include "app/cli/recipeargument.h"
#include "app/cli/text.h"
#include "core/base/folders.h"
#include "core/base/grouped.h"
#include "core/io/exchange.h"
#include "core/io/modelfile.h"
#include "core/io/outputs.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace inkling::cli {
namespace {

Model read(const ImportOptions& options) {
  if (options.inputs.size() == 2) return importPair(options.inputs[0], options.inputs[1]);
  if (options.recipe.empty()) {
    throw CLI::ValidationError("--recipe", "is needed to know what network the weights are for");
  }
  return importWeights(options.inputs.front(),
                       recipeFromArgument("--recipe", options.recipe, resourceFolder()));
}

}  // namespace

int importModel(const ImportOptions& options) {
  std::vector<std::filesystem::path> inputs = options.inputs;
  inputs.emplace_back(options.recipe);
  requireOutputs({options.out}, inputs);
  const Model model = read(options);
  saveModel(options.out, model);
  std::cout << "saved as " << options.out.string() << ", "
            << grouped(model.network.parameterCount()) << " parameters\n";
  return 0;
}

void addImport(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* command = app.add_subcommand("import", "Make a model from another program's weights");
  command
      ->add_option("inputs", options->inputs,
                   "W.npy b.npy of a single dense layer, or one .npz or .safetensors")
      ->type_name("FILE")
      ->expected(1, 2)
      ->required();
  command->add_option("--recipe", options->recipe, "The network that the weights of one file fit")
      ->type_name("RECIPE|FILE");
  command->add_option("--out", options->out, "Model file")->type_name("FILE")->required();
  command->callback([options, &exitCode] { exitCode = importModel(*options); });
}

}  // namespace inkling::cli
