// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/weightgroups.h"
#include "core/io/weightslots.h"

#include <optional>
#include <string>
#include <vector>

namespace inkling {

/// What is known before weights are looked at.
struct WeightQuestion {
  std::vector<LayerSpec> layers;
  std::optional<Shape> input;         ///< else the square, grey or colour, that fits
  bool openClasses = false;           ///< the last layer's outputs follow from the weights
  std::vector<WeightLayout> layouts;  ///< that may be, the likeliest first
};

/// Which weights are for which layer.
struct WeightMatch {
  WeightLayout layout;
  Shape input;
  std::vector<WeightSlot> slots;
  std::vector<WeightGroup> groups;  ///< one for each slot
  std::vector<Shape> otherInputs;   ///< images that fit as well
};

/// Finds the layer for each group by kind and shape, and in their order where that leaves a choice:
/// one match for each layout that fits, the likeliest first, at least one. Of images that fit,
/// 28×28 is taken, else the side that halves most often. Throws Error, naming `source`, with what
/// does not fit.
std::vector<WeightMatch> matchWeights(const WeightQuestion& question, const WeightGroups& weights,
                                      const std::string& source);

/// Two groups of a match that could change places, and whose names do not tell which comes first.
/// Empty: there are none.
std::vector<WeightGroup> unclearOrder(const WeightMatch& match);

}  // namespace inkling
