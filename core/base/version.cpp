// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/version.h"

namespace inkling {

const char* version() { return INKLING_VERSION; }

}  // namespace inkling
