// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace inkling {

/// Makes `values` `count` zeros long, on large pages where the system offers them: images of a
/// batch lie at random places of tens of megabytes, and with 4 KiB pages every one of them begins
/// with a miss of the address cache.
void resizeOnHugePages(std::vector<std::uint8_t>& values, std::size_t count);

/// The same for values that are appended one after the other, `count` in the end.
void reserveOnHugePages(std::vector<std::uint8_t>& values, std::size_t count);

}  // namespace inkling
