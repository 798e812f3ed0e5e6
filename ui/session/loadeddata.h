// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"
#include "ui/session/run.h"

#include <memory>

namespace inkling::ui {

/// A data set with the parts that a recipe makes of it. Immutable; published whole or not at all.
struct LoadedData {
  DataPtr source;
  DataSpec spec;  ///< that split was made by; spec.set names the source
  Split split;
};

using LoadedDataPtr = std::shared_ptr<const LoadedData>;

/// Throws Error if the set cannot be divided like that.
LoadedDataPtr divide(DataPtr source, const DataSpec& spec);

}  // namespace inkling::ui
