// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/memory.h"
#include "core/recipe/augmentspec.h"
#include "core/recipe/dataspec.h"
#include "core/recipe/layerspec.h"
#include "core/recipe/optimizerspec.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace inkling {

/// A change made by hand while a run was under way; kept so that the run can be replayed to the
/// bit.
struct LiveChange {
  std::string field;  ///< one of kLivePaths
  double value = 0;   ///< of the field from there on
  int epoch = 0;      ///< position before which it took effect: epochs done …
  int step = 0;       ///< … and steps done of the current epoch
  bool operator==(const LiveChange&) const = default;
};

/// A figure that was published for a recipe, to compare a run with.
struct PublishedFigure {
  std::string quantity;  ///< test_accuracy, test_loss, train_loss, train_accuracy
  int epoch = 0;         ///< after this epoch; 0: at the end
  double value = 0;      ///< accuracies as a share of 1
  double tolerance = 0;  ///< absolute; 0: none stated
  bool operator==(const PublishedFigure&) const = default;
};

/// Everything that a run needs, and nothing about the machine. Equal recipes give equal bits.
struct Recipe {
  std::string name = "untitled";             ///< file name without .json
  std::map<std::string, std::string> title;  ///< by language: "en", "zh_CN"
  std::map<std::string, std::string>
      lesson;  ///< two or three sentences: what it shows, what to try
  DataSpec data;
  std::vector<LayerSpec> layers;  ///< input 28×28×1 first; the last one yields the logits
  double labelSmoothing = 0;      ///< ε of Szegedy et al. 2016; 0 … <1
  double lossClamp = 0;  ///< losses are reported as if no probability were smaller; the gradient
                         ///< is the true one; 0: off
  OptimizerSpec optimizer;
  ScheduleSpec schedule;
  AugmentSpec augment;
  int batch = 64;  ///< samples a step
  int epochs = 10;
  std::uint64_t seed = 1;
  double averageDecay = 0;  ///< exponential moving average of the weights, per step; 0: off
  int earlyStopping = 0;    ///< stop after so many epochs without a better validation loss; 0: off
  bool evaluateTrain =
      false;  ///< measure the whole training set after every epoch (else: mean over its batches)
  bool evaluateTest = false;  ///< also measure the test set after every epoch, as the notebooks do
  int reportEvery = 0;        ///< also report every so many steps (tiny batches); 0: off
  std::vector<LiveChange> changes;  ///< in their order
  std::vector<PublishedFigure> published;

  bool operator==(const Recipe&) const = default;
};

/// One thing wrong with a recipe. `field` is its path in the file, e.g. "layers[2].units".
struct Problem {
  std::string field;
  std::string value;    ///< as found
  std::string allowed;  ///< what would be right, e.g. "1 … 65536"
};

/// All problems of a recipe for images of that shape and so many classes; empty: it can run. The
/// network, all that training keeps beside it and the activations of a batch may take `memory`
/// bytes together.
INKLING_CORE_API std::vector<Problem> validate(const Recipe& recipe, Shape input = {28, 28, 1},
                                               int classes = 10,
                                               std::uint64_t memory = halfOfMemory());

/// "layers[2].units is 0, allowed is 1 … 65536" for the first 20, joined by newlines.
INKLING_CORE_API std::string describe(const std::vector<Problem>& problems);

}  // namespace inkling
