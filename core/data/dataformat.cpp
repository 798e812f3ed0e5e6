// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/dataformat.h"

#include "core/base/error.h"

#include <algorithm>

namespace inkling {

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
