// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <span>

namespace inkling {

/// XXH64 (Collet, https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md): tells data apart
/// as fast as memory is read; no protection against forgery.
INKLING_CORE_API std::uint64_t xxHash64(std::span<const std::uint8_t> bytes,
                                        std::uint64_t seed = 0);

}  // namespace inkling
