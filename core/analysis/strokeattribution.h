// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/ink/ink.h"
#include "core/model/model.h"

#include <vector>

namespace inkling {

/// What is read when one stroke is left out: "without this stroke it would read 1".
struct StrokeAttribution {
  int stroke = 0;                    ///< index into the ink
  int predicted = -1;                ///< −1: nothing is left
  std::vector<float> probabilities;  ///< empty if nothing is left
  float lost = 0;                    ///< how much the whole drawing's class loses by it
};

/// One entry for each stroke. Without the stroke the ink is fitted anew, as if it had been erased.
/// Throws Error if the network does not read glyphs.
INKLING_CORE_API std::vector<StrokeAttribution> strokeAttribution(
    const Model& model, const Ink& ink, const NormaliseOptions& options = {});

}  // namespace inkling
