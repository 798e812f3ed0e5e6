// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/network.h"

#include <string>

namespace inkling {

/// 16 hexadecimal digits that two networks share if all their weights (and running statistics) have
/// the same bits: to compare runs on two machines. FNV-1a over names and little-endian values.
INKLING_CORE_API std::string weightHash(const Network<float>& network);

}  // namespace inkling
