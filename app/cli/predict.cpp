// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/predict.h"

#include "app/cli/picture.h"
#include "app/cli/text.h"
#include "core/base/error.h"
#include "core/data/strokefile.h"
#include "core/io/modelfile.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <numeric>

namespace inkling::cli {
namespace {

Glyph glyphOf(const std::string& file) {
  const Glyph glyph = normaliseImage(readPicture(file));
  if (isBlank(glyph)) throw Error("There is no digit in " + file + ": the picture is blank.");
  return glyph;
}

// The classes, most probable first.
std::vector<std::size_t> ranking(const std::vector<float>& probabilities) {
  std::vector<std::size_t> order(probabilities.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return probabilities[a] > probabilities[b];
  });
  return order;
}

// Prints what was read, after what tells it apart from the others.
void print(Json subject, const std::string& name, const Model& model,
           const std::vector<float>& probabilities, bool json) {
  const std::vector<std::size_t> order = ranking(probabilities);
  const std::size_t first = order.front();
  if (json) {
    subject["digit"] = first;
    subject["class"] = model.classNames[first];
    subject["probabilities"] = probabilities;
    printLine(subject);
    return;
  }
  std::cout << name << ": " << model.classNames[first] << "  " << percent(probabilities[first]);
  if (order.size() > 1) {
    const std::size_t second = order[1];
    std::cout << ", then " << model.classNames[second] << "  " << percent(probabilities[second]);
  }
  std::cout << std::endl;
}

// True if the picture was read.
bool predictOne(const std::string& file, const Model& model, bool json) {
  try {
    print({{"file", file}}, file, model, inkling::predict(model, glyphOf(file)), json);
    return true;
  } catch (const Error& error) {
    std::cerr << "inkling-cli: " << error.what() << std::endl;
    return false;
  }
}

bool predictFromInput(const Model& model, bool json) {
  bool all = true;
  for (std::string line; std::getline(std::cin, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) all = predictOne(line, model, json) && all;
  }
  return all;
}

void predictStrokes(const PredictOptions& options, const Model& model) {
  int number = 0;
  for (const PenDigit& digit : loadStrokeFile(options.strokes)) {
    const std::string name =
        "digit " + std::to_string(++number) + ", a " + std::to_string(digit.label);
    print({{"label", digit.label}}, name, model, inkling::predict(model, renderGlyph(digit.ink)),
          options.json);
  }
}

}  // namespace

int predict(const PredictOptions& options) {
  const Model model = loadModel(options.model).model;
  if (model.network.inputShape().size() != static_cast<int>(Glyph().size())) {
    throw Error("The model in " + options.model.string() +
                " does not read images of 28x28 pixels.");
  }
  bool all = true;
  for (const std::string& picture : options.pictures) {
    const bool read = picture == "-" ? predictFromInput(model, options.json)
                                     : predictOne(picture, model, options.json);
    all = read && all;
  }
  if (!options.strokes.empty()) predictStrokes(options, model);
  return all ? 0 : 1;
}

void addPredict(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<PredictOptions>();
  CLI::App* command = app.add_subcommand("predict", "Read the digit in each picture");
  command->add_option("model", options->model, "Model file")->type_name("FILE")->required();
  CLI::Option* pictures = command->add_option(
      "pictures", options->pictures,
      "PNG, JPEG or BMP files of one digit each; - reads names from standard input");
  CLI::Option* strokes = command->add_option(
      "--strokes", options->strokes, "A file of pen strokes, plain or .gz, one digit a line");
  command->add_flag("--json", options->json, "One JSON object a line instead of text");
  command->callback([options, pictures, strokes, &exitCode] {
    if (pictures->empty() && strokes->empty()) throw CLI::RequiredError("pictures");
    exitCode = predict(*options);
  });
}

}  // namespace inkling::cli
