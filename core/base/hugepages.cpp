// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hugepages.h"

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace inkling {

void reserveOnHugePages(std::vector<std::uint8_t>& values, std::size_t count) {
  values.reserve(count);
#if defined(__linux__)
  // Only whole pages may be named, and only before they are touched. A refusal costs nothing but
  // speed.
  constexpr std::uintptr_t kPage = 4096;
  const auto begin = (reinterpret_cast<std::uintptr_t>(values.data()) + kPage - 1) / kPage * kPage;
  const auto end = (reinterpret_cast<std::uintptr_t>(values.data()) + count) / kPage * kPage;
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
#endif
}

void resizeOnHugePages(std::vector<std::uint8_t>& values, std::size_t count) {
  reserveOnHugePages(values, count);
  values.resize(count);
}

}  // namespace inkling
