// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/recipe/recipe.h"

#include <string>

namespace inkling {

// What a model was trained on, and which figures may stand beside its own.

enum class SameData { Yes, No, Unknown };  ///< unknown: one of the two has no fingerprint

/// Whether the images of `source` are those with that fingerprint.
INKLING_CORE_API SameData sameData(const std::string& fingerprint, const DataSource& source);

/// Why `what`, trained on images with that fingerprint, should not go with those of `source`, in
/// one plain sentence that begins with `what`; empty: they are the same, or that is not known.
INKLING_CORE_API std::string otherData(const std::string& what, const std::string& fingerprint,
                                       const DataSource& source);

/// Whether the published figures of `recipe` may be compared with figures on the set that is named
/// so: they were measured on its own.
INKLING_CORE_API bool publishedFor(const Recipe& recipe, const std::string& set);

/// Gives the recipe another data set; what was mended in its own and figures that were published
/// for it do not go with it.
INKLING_CORE_API void useData(Recipe& recipe, const std::string& set);

}  // namespace inkling
