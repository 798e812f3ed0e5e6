// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/dataformat.h"

#include "core/data/csvset.h"
#include "core/data/idxset.h"
#include "core/data/numpyset.h"

#include <algorithm>
#include <array>

namespace inkling {

std::span<const DataFormat> dataFormats() {
  static constexpr std::array kFormats = {
      DataFormat{"IDX", recognisesIdx, idxChoices, readIdx},
      DataFormat{"NumPy", recognisesNumpy, numpyChoices, readNumpy},
      DataFormat{"CSV", recognisesCsv, csvChoices, readCsv},
  };
  return kFormats;
}

const DataFormat* recognise(const DataPlace& place) {
  const auto formats = dataFormats();
  const auto found = std::ranges::find_if(
      formats, [&](const DataFormat& format) { return format.recognises(place); });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace inkling
