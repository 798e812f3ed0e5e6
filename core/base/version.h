// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/export.h"

namespace inkling {

/// The program's version, such as "0.1.0".
INKLING_CORE_API const char* version();

}  // namespace inkling
