// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/reading.h"

#include "core/base/error.h"
#include "core/ink/preparation.h"

#include <algorithm>

namespace inkling {

Reading readGlyph(const Model& model, const Glyph& glyph) {
  const Shape shape = model.network.inputShape();
  if (shape == kGlyphShape || isBlank(glyph)) return readImage(model, glyph);
  const Raster raster{kGlyphShape.width, kGlyphShape.height, 1, {glyph.begin(), glyph.end()}};
  return readImage(model, prepare(raster, Preparation::Photo, shape));
}

Reading readImage(const Model& model, std::span<const std::uint8_t> image) {
  Reading reading;
  if (isBlank(image)) return reading;
  reading.probabilities = predict(model, image);
  const auto best = std::max_element(reading.probabilities.begin(), reading.probabilities.end());
  reading.digit = static_cast<int>(best - reading.probabilities.begin());
  reading.confidence = *best;
  reading.sure = reading.confidence >= kSureFrom;
  return reading;
}

void applyTemperature(Model& model, double temperature) {
  const std::vector<LayerSpec>& specs = model.network.specs();
  if (specs.empty() || specs.back().kind != LayerKind::Dense || !(temperature > 0))
    throw Error(
        "The confidence of this model cannot be changed: its last layer is not dense, or the "
        "temperature is not above 0.");
  const std::string prefix = "layers." + std::to_string(specs.size() - 1) + ".";
  for (const Parameter<float>& parameter : model.network.parameters())
    if (parameter.name.starts_with(prefix)) *parameter.value /= static_cast<float>(temperature);
}

}  // namespace inkling
