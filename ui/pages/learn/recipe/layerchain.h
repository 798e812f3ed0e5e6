// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"

#include <QString>

#include <vector>

namespace inkling::ui {

/// What a layer makes of what comes in, or why it cannot.
struct LayerState {
  Shape output{0, 0, 0};  ///< empty: unknown
  long parameters = 0;
  bool reached = false;  ///< false: no shape is known, as a layer before it does not fit
  QString problem;       ///< empty: it fits
};

/// Follows one sample through the layers.
std::vector<LayerState> followLayers(const std::vector<LayerSpec>& layers, inkling::Shape input,
                                     int classes);

}  // namespace inkling::ui
