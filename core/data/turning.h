// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

namespace inkling {

// Change every image of a set in place.

INKLING_CORE_API void rotate(Dataset& set);  ///< by 180°

INKLING_CORE_API void transpose(Dataset& set);  ///< rows become columns
INKLING_CORE_API void mirror(Dataset& set);     ///< left becomes right
INKLING_CORE_API void invert(Dataset& set);     ///< 0 becomes 255
/// Three channels become one, see greyValue().
INKLING_CORE_API void makeGrey(Dataset& set);

}  // namespace inkling
