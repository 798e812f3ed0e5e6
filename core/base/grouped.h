// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>

namespace inkling {

/// A whole number with its thousands apart: grouped(101770) is "101,770".
INKLING_CORE_API std::string grouped(long value);

}  // namespace inkling
