// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exportmodel.h"

#include "core/io/exchange.h"
#include "core/io/modelfile.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace inkling::cli {
namespace {

using Exporter = void (*)(const std::filesystem::path&, const Model&);

// Throws CLI::ValidationError for a form of file that is not known.
Exporter exporterFor(const std::filesystem::path& file) {
  if (file.extension() == ".npz") return exportNpz;
  if (file.extension() == ".safetensors") return exportSafetensors;
  throw CLI::ValidationError(
      "outputs", file.string() + " must end in .npz or .safetensors, or be two .npy files");
}

}  // namespace

int exportModel(const ExportOptions& options) {
  const auto& outputs = options.outputs;
  const bool pair =
      outputs.size() == 2 && outputs[0].extension() == ".npy" && outputs[1].extension() == ".npy";
  if (!pair && outputs.size() > 1) {
    throw CLI::ValidationError("outputs", "two files must both end in .npy");
  }
  const Exporter write = pair ? nullptr : exporterFor(outputs.front());
  const Model model = loadModel(options.model).model;
  if (pair) {
    exportPair(outputs[0], outputs[1], model);
  } else {
    write(outputs.front(), model);
  }
  for (const auto& file : outputs) std::cout << "saved as " << file.string() << '\n';
  return 0;
}

void addExport(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* command = app.add_subcommand("export", "Write a model's weights for other programs");
  command->add_option("model", options->model, "Model file")->type_name("FILE")->required();
  command
      ->add_option("outputs", options->outputs,
                   "OUT.npz, OUT.safetensors, or W.npy b.npy for a single dense layer")
      ->type_name("FILE")
      ->expected(1, 2)
      ->required();
  command->callback([options, &exitCode] { exitCode = exportModel(*options); });
}

}  // namespace inkling::cli
