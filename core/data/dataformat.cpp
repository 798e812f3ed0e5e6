// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/dataformat.h"

#include "core/base/error.h"

#include <algorithm>
#include <utility>

namespace inkling {
namespace {

std::string titlesOf(const std::vector<DataChoice>& choices) {
  std::string list;
  for (const DataChoice& choice : choices) list += (list.empty() ? "" : ", ") + choice.title;
  return list;
}

}  // namespace

SeveralSets::SeveralSets(const std::filesystem::path& place, std::vector<DataChoice> choices)
    : Error(place.string() + " holds several sets (" + titlesOf(choices) +
            "): name a file of the one you want."),
      m_choices(std::move(choices)) {}

bool isDataSet(const std::filesystem::path& path) {
  try {
    return recognise(placeAt(path)) != nullptr;
  } catch (const Error&) {
    return false;
  }
}

const DataFormat* recognise(const DataPlace& place) {
  const auto formats = dataFormats();
  const auto found = std::ranges::find_if(
      formats, [&](const DataFormat& format) { return format.recognises(place); });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace inkling
