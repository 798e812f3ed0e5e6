// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes a model's confidence honest: calibrate MODEL OUT RESOURCES [TEMPERATURE]. Fits the
// temperature on the validation images of the model's recipe, changed by its augmentation as the
// canvas' digits differ from MNIST's, and saves the model with its logits divided by it, or by the
// temperature that is given.

#include "core/analysis/calibration.h"
#include "core/analysis/reading.h"
#include "core/data/datasource.h"
#include "core/ink/augment.h"
#include "core/io/modelfile.h"

#include <cstdio>
#include <cstdlib>
#include <exception>

using namespace inkling;

namespace {

constexpr int kRounds = 4;

// Every validation image, in as many versions; digits only.
DataView augmented(const DataView& view, const Recipe& recipe) {
  AugmentSpec spec = recipe.augment;
  spec.scribbles = 0;
  const Augmentation augmentation(spec, recipe.seed + 1);
  auto set = std::make_shared<Dataset>();
  set->width = view.set->width;
  set->height = view.set->height;
  set->classes = view.set->classes;
  DataView result;
  for (int round = 0; round < kRounds; ++round) {
    for (int i = 0; i < view.count(); ++i) {
      Glyph glyph;
      augmentation.apply(view.image(i), view.label(i), static_cast<std::uint32_t>(round),
                         static_cast<std::uint32_t>(i), glyph);
      set->pixels.insert(set->pixels.end(), glyph.begin(), glyph.end());
      set->labels.push_back(static_cast<Label>(view.label(i)));
      result.indices.push_back(static_cast<std::uint32_t>(result.indices.size()));
    }
  }
  result.set = std::move(set);
  return result;
}

void report(const char* name, const Predictions& predictions) {
  const Score all = score(predictions);
  std::printf("%-8s loss %.4f, accuracy %.2f %%, calibration error %.4f\n", name, all.loss,
              100 * all.accuracy, calibrationError(reliability(predictions)));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::fprintf(stderr, "usage: calibrate MODEL OUT RESOURCES [TEMPERATURE]\n");
    return 2;
  }
  try {
    Model model = loadModel(argv[1]).model;
    const DataSource source = loadDataSource(model.recipe.data.set, argv[3]);
    const DataView view =
        augmented(split(source, model.recipe.data, model.recipe.seed).validation, model.recipe);
    const Predictions before = predictAll(model, view);
    const double fitted = fitTemperature(before);
    const double temperature = argc == 5 ? std::atof(argv[4]) : fitted;
    std::printf("temperature %.3f, best %.3f\n", temperature, fitted);
    report("before", before);
    report("after", withTemperature(before, temperature));
    applyTemperature(model, temperature);
    saveModel(argv[2], model);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
