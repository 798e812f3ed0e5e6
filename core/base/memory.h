// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <limits>
#include <string>

namespace inkling {

/// Half of the machine's memory, in bytes: what training may take.
INKLING_CORE_API std::uint64_t halfOfMemory();

/// Throws Error unless half of the memory that is free holds so many bytes of what `name` names.
INKLING_CORE_API void requireMemory(std::uint64_t bytes, const std::string& name);

/// For what is not to be trained on this machine.
inline constexpr std::uint64_t kAnyMemory = std::numeric_limits<std::uint64_t>::max();

}  // namespace inkling
