// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/strokeattribution.h"

#include "core/model/fits.h"

#include <algorithm>

namespace inkling {

std::vector<StrokeAttribution> strokeAttribution(const Model& model, const Ink& ink,
                                                 const NormaliseOptions& options) {
  requireFits(model.network, kGlyphShape);
  std::vector<StrokeAttribution> found;
  const Glyph whole = renderGlyph(ink, options);
  if (isBlank(whole)) return found;
  const std::vector<float> before = predict(model, whole);
  const auto top = std::max_element(before.begin(), before.end()) - before.begin();
  for (std::size_t i = 0; i < ink.size(); ++i) {
    Ink rest = ink;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    StrokeAttribution entry;
    entry.stroke = static_cast<int>(i);
    entry.lost = before[static_cast<std::size_t>(top)];
    const Glyph glyph = renderGlyph(rest, options);
    if (!isBlank(glyph)) {
      entry.probabilities = predict(model, glyph);
      const auto& p = entry.probabilities;
      entry.predicted = static_cast<int>(std::max_element(p.begin(), p.end()) - p.begin());
      entry.lost -= p[static_cast<std::size_t>(top)];
    }
    found.push_back(std::move(entry));
  }
  return found;
}

}  // namespace inkling
