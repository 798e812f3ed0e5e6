// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

#include <string>

namespace inkling {

/// 16 hexadecimal digits that two data sets share if their images have the same size, order and
/// pixels, and the same labels of as many classes: XXH64 of both parts. How the files are packed
/// and named does not matter.
INKLING_CORE_API std::string fingerprint(const DataSource& source);

}  // namespace inkling
