// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/model/model.h"

#include <string>

namespace inkling {

// What a model was trained on, and which figures may stand beside its own.

enum class SameData { Yes, No, Unknown };  ///< unknown: one of the two has no fingerprint

/// Whether `model` was trained on the images of `source`, by their fingerprints.
INKLING_CORE_API SameData sameData(const Model& model, const DataSource& source);

/// Why a run of `model` should not go on with the images of `source`, in one plain sentence; empty:
/// they are those it was trained on, or that is not known.
INKLING_CORE_API std::string otherData(const Model& model, const DataSource& source);

/// Whether the published figures of `recipe` may be compared with figures on the set that is named
/// so: they were measured on its own.
INKLING_CORE_API bool publishedFor(const Recipe& recipe, const std::string& set);

/// Gives the recipe another data set; figures that were published for its own do not go with it.
INKLING_CORE_API void useData(Recipe& recipe, const std::string& set);

}  // namespace inkling
