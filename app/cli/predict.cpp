// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/predict.h"

#include "app/cli/text.h"
#include "app/pictures/qtpictures.h"
#include "core/analysis/reading.h"
#include "core/base/error.h"
#include "core/ink/strokefile.h"
#include "core/io/modelfile.h"
#include "core/model/fits.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <memory>

namespace inkling::cli {
namespace {

// The likeliest class but one.
std::size_t runnerUp(const Reading& reading) {
  std::vector<float> others = reading.probabilities;
  others[static_cast<std::size_t>(reading.digit)] = -1;
  return static_cast<std::size_t>(std::max_element(others.begin(), others.end()) - others.begin());
}

// Prints what was read, after what tells it apart from the others.
void print(Json subject, const std::string& name, const Model& model, const Reading& reading,
           bool json) {
  const auto& classes = model.classNames;
  if (json) {
    subject["digit"] = reading.digit;
    subject["class"] = classes[static_cast<std::size_t>(reading.digit)];
    subject["probabilities"] = reading.probabilities;
    subject["sure"] = reading.sure;
    printLine(subject);
    return;
  }
  std::cout << name << ": " << classes[static_cast<std::size_t>(reading.digit)] << "  "
            << percent(static_cast<double>(reading.confidence));
  if (classes.size() > 1) {
    const std::size_t second = runnerUp(reading);
    std::cout << ", then " << classes[second] << "  "
              << percent(static_cast<double>(reading.probabilities[second]));
  }
  std::cout << (reading.sure ? "" : "  (not sure)") << std::endl;
}

GreyImage readGrey(const std::string& file) {
  Raster raster = greyOf(readPicture(qtPictures(), file, kMostPictureSide));
  return {raster.width, raster.height, std::move(raster.pixels)};
}

// True if the picture was read.
bool predictOne(const std::string& file, const Model& model, bool json) {
  try {
    const Reading reading = readGlyph(model, normaliseImage(readGrey(file)));
    if (reading.digit < 0) throw Error("There is no digit in " + file + ": the picture is blank.");
    print({{"file", file}}, file, model, reading, json);
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
  StrokeReader reader(options.strokes);
  while (const auto digit = reader.next()) {
    const std::string name = "digit " + std::to_string(++number);
    const Reading reading = readGlyph(model, renderGlyph(digit->ink));
    if (reading.digit < 0) {
      throw Error("There is no ink in " + name + " of " + options.strokes.string() + ".");
    }
    print({{"label", digit->label}}, name, model, reading, true);
  }
}

}  // namespace

int predict(const PredictOptions& options) {
  const Model model = loadModel(options.model).model;
  requireFits(model.network, kGlyphShape);
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
      "--strokes", options->strokes,
      "A file of pen strokes, plain or .gz, one digit a line; read as one JSON object a line");
  pictures->type_name("FILE");
  strokes->type_name("FILE");
  command->add_flag("--json", options->json, "One JSON object a line instead of text");
  command->callback([options, pictures, strokes, &exitCode] {
    if (pictures->empty() && strokes->empty()) throw CLI::RequiredError("pictures");
    exitCode = predict(*options);
  });
}

}  // namespace inkling::cli
