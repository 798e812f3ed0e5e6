// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/predict.h"

#include "app/cli/text.h"
#include "app/pictures/qtpictures.h"
#include "core/analysis/reading.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/ink/preparation.h"
#include "core/ink/strokefile.h"
#include "core/io/modelfile.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

namespace inkling::cli {
namespace {

const std::map<std::string, Preparation> kPreparations = {{"digits", Preparation::Digits},
                                                          {"glyphs", Preparation::Glyphs},
                                                          {"photo", Preparation::Photo},
                                                          {"none", Preparation::None}};

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

// True if the picture was read.
bool predictOne(const std::string& file, const Model& model, bool json) {
  try {
    const Raster picture = readPicture(qtPictures(), file, kMostPictureSide);
    const Reading reading =
        readImage(model, prepare(picture, model.preparation, model.network.inputShape()));
    if (reading.digit < 0) throw Error("There is nothing in " + file + ": the picture is blank.");
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

bool isFolder(const std::string& path) { return fileKind(path) == FileKind::Folder; }

// Every file in it; folders inside are left alone.
bool predictFolder(const std::string& folder, const Model& model, bool json) {
  bool all = true;
  for (const std::filesystem::path& file : entriesOf(folder))
    if (fileKind(file) == FileKind::File) all = predictOne(file.string(), model, json) && all;
  return all;
}

void predictStrokes(const PredictOptions& options, const Model& model) {
  int number = 0;
  StrokeReader reader(options.strokes);
  while (const auto digit = reader.next()) {
    const std::string name = "digit " + std::to_string(++number);
    const Reading reading =
        readImage(model, prepare(digit->ink, model.preparation, model.network.inputShape()));
    if (reading.digit < 0) {
      throw Error("There is no ink in " + name + " of " + options.strokes.string() + ".");
    }
    print({{"label", digit->label}}, name, model, reading, true);
  }
}

}  // namespace

int predict(const PredictOptions& options) {
  Model model = loadModel(options.model).model;
  if (!options.prepare.empty()) model.preparation = kPreparations.at(options.prepare);
  bool all = true;
  for (const std::string& picture : options.pictures) {
    const bool read = picture == "-"      ? predictFromInput(model, options.json)
                      : isFolder(picture) ? predictFolder(picture, model, options.json)
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
      "PNG, JPEG or BMP files of one digit each, or folders of them; - reads names from standard "
      "input");
  CLI::Option* strokes = command->add_option(
      "--strokes", options->strokes,
      "A file of pen strokes, plain or .gz, one digit a line; read as one JSON object a line");
  pictures->type_name("FILE");
  strokes->type_name("FILE");
  CLI::Option* how = command
                         ->add_option("--prepare", options->prepare,
                                      "What becomes of pictures first (default: as the model says)")
                         ->check(CLI::IsMember(kPreparations))
                         ->type_name("HOW");
  command
      ->add_flag_callback(
          "--raw", [options] { options->prepare = "none"; }, "The same as --prepare none")
      ->excludes(how);
  command->add_flag("--json", options->json, "One JSON object a line instead of text");
  command->callback([options, pictures, strokes, &exitCode] {
    if (pictures->empty() && strokes->empty()) throw CLI::RequiredError("pictures");
    exitCode = predict(*options);
  });
}

}  // namespace inkling::cli
