// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/ink/ink.h"
#include "core/model/model.h"

#include <vector>

namespace inkling {

/// What a model reads in one image.
struct Reading {
  int digit = -1;                    ///< the likeliest class; −1: the image is blank
  float confidence = 0;              ///< its probability
  bool sure = false;                 ///< false: say "not sure" rather than a digit
  std::vector<float> probabilities;  ///< empty if the image is blank
};

/// From this probability on a reading is sure. The bundled model was shown scribbles and letters as
/// being of no class, so it gives them less; on digits it stays below it for well under 2 %.
constexpr float kSureFrom = 0.55F;

/// Reads an image of the model's size (see prepare()). Throws Error if it has another.
INKLING_CORE_API Reading readImage(const Model& model, std::span<const std::uint8_t> image);

/// Reads a glyph, scaled to the model's size where that is another.
INKLING_CORE_API Reading readGlyph(const Model& model, const Glyph& glyph);

/// Divides the logits by `temperature` for good, by scaling the last dense layer: the order of the
/// classes stays, only the confidence changes (Guo et al. 2017). Throws Error if the last layer is
/// not dense.
INKLING_CORE_API void applyTemperature(Model& model, double temperature);

}  // namespace inkling
