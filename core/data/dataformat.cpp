// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/dataformat.h"

#include <algorithm>

namespace inkling {

const DataFormat* recognise(const DataPlace& place) {
  const auto formats = dataFormats();
  const auto found = std::ranges::find_if(
      formats, [&](const DataFormat& format) { return format.recognises(place); });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace inkling
