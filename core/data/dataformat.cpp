// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/dataformat.h"

#include "core/base/error.h"
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

bool isDataSet(const std::filesystem::path& path) {
  try {
    return recognise(placeAt(path)) != nullptr;
  } catch (const Error&) {
    return false;
  }
}

std::vector<DataChoice> choicesAt(const std::filesystem::path& path) {
  const DataPlace place = placeAt(path);
  const DataFormat* const format = recognise(place);
  if (!format) return {};
  std::vector<DataChoice> choices = format->choices(place);
  if (choices.size() < 2) choices.clear();
  return choices;
}

const DataFormat* recognise(const DataPlace& place) {
  const auto formats = dataFormats();
  const auto found = std::ranges::find_if(
      formats, [&](const DataFormat& format) { return format.recognises(place); });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace inkling
