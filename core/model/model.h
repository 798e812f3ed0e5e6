// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/history.h"
#include "core/model/network.h"
#include "core/recipe/recipe.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace inkling {

/// A network and all that is needed to use it or to train it again. A value; published across
/// threads as shared_ptr<const Model>.
struct Model {
  Recipe recipe;
  std::vector<std::string> classNames;
  std::string dataFingerprint;  ///< of what it was trained on; empty: not known
  bool testDrawn = false;       ///< its test figures are of training images that were set aside
  Preparation preparation = Preparation::Digits;  ///< never Auto
  History history;
  std::vector<BatchPoint> batches;  ///< the course of its training, thinned (BatchCurve)
  Position position;                ///< how far it has been trained
  Network<float> network;
};

using ModelPtr = std::shared_ptr<const Model>;

/// Probabilities of the classes for one image of 8-bit pixels, row by row
/// (network.inputShape().size() of them). Throws Error if there are more or fewer, or if the
/// outputs are not finite. Re-entrant; takes well under a millisecond for the networks that are
/// bundled.
INKLING_CORE_API std::vector<float> predict(const Model& model,
                                            std::span<const std::uint8_t> image);

/// Throws Error if what follows from a network's outputs is NaN or infinite: finite weights, such
/// as those of a damaged file, can be too large.
INKLING_CORE_API void requireFiniteOutput(double result);

}  // namespace inkling
