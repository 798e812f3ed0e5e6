// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/labels.h"
#include "core/data/arrayreader.h"

#include <string>
#include <vector>

namespace inkling {

/// The labels of an array of numbers: (N) or (N, 1), or (N, classes) with one 1 and zeros in every
/// row. Throws Error unless all are whole numbers of 0 … 999.
INKLING_CORE_API std::vector<Label> readNumpyLabels(const ArrayPlace& place);

/// The class names of an array of texts ("<U8"). Throws Error unless they are 2 … 1,000, none of
/// them empty.
INKLING_CORE_API std::vector<std::string> readNumpyNames(const ArrayPlace& place);

/// What the pixels have at most, an array of one number above 0. Throws Error.
INKLING_CORE_API double readNumpyScale(const ArrayPlace& place);

}  // namespace inkling
