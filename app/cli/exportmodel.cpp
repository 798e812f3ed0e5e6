// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exportmodel.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/exchange.h"
#include "core/io/exportsnippets.h"
#include "core/io/modelfile.h"
#include "core/io/outputs.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace inkling::cli {
namespace {

// Throws CLI::ValidationError for a form of file that is not known.
ExportFormat formatOf(const std::filesystem::path& file) {
  try {
    return exportFormat(file);
  } catch (const Error& unknown) {
    throw CLI::ValidationError("outputs", unknown.what());
  }
}

}  // namespace

int exportModel(const ExportOptions& options) {
  const auto& outputs = options.outputs;
  const bool pair = outputs.size() == 2 && lowerExtension(outputs[0]) == ".npy" &&
                    lowerExtension(outputs[1]) == ".npy";
  if (!pair && outputs.size() > 1) {
    throw CLI::ValidationError("outputs", "two files must both end in .npy");
  }
  if (!pair) formatOf(outputs.front());
  requireOutputs(outputs, {options.model});
  const Model model = loadModel(options.model).model;
  if (pair) {
    exportPair(outputs[0], outputs[1], model);
  } else {
    inkling::exportModel(outputs.front(), model);
  }
  if (options.snippet && !pair) {
    std::cout << pythonSnippet(formatOf(outputs.front()), outputs.front());
    return 0;
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
                   "OUT.onnx, OUT.npz, OUT.safetensors, or W.npy b.npy for a single dense layer")
      ->type_name("FILE")
      ->expected(1, 2)
      ->required();
  command->add_flag("--snippet", options->snippet,
                    "Print Python that reads the file (not for W, b)");
  command->callback([options, &exitCode] { exitCode = exportModel(*options); });
}

}  // namespace inkling::cli
