// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/partwarnings.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace inkling {
namespace {

constexpr std::size_t kMostNames = 12;

/// Labels that are of no class are left out.
std::set<int> classesIn(const DataView& part) {
  std::set<int> found;
  for (int i = 0; i < part.count(); ++i)
    if (part.label(i) < part.set->classes) found.insert(part.label(i));
  return found;
}

const char* nameOf(DataWarning::Part part) {
  constexpr std::array kNames{"training", "validation", "test"};
  return kNames[static_cast<std::size_t>(part)];
}

}  // namespace

std::vector<DataWarning> warnings(const Split& split) {
  const std::array parts{classesIn(split.train), classesIn(split.validation),
                         classesIn(split.test)};
  const std::array counts{split.train.count(), split.validation.count(), split.test.count()};
  std::set<int> all;
  for (const auto& part : parts) all.insert(part.begin(), part.end());
  std::vector<DataWarning> found;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    DataWarning warning{static_cast<DataWarning::Part>(i), {}, static_cast<int>(all.size())};
    std::ranges::set_difference(all, parts[i], std::back_inserter(warning.missing));
    if (counts[i] > 0 && !warning.missing.empty()) found.push_back(std::move(warning));
  }
  return found;
}

std::string missingNames(const DataWarning& warning, std::span<const std::string> classNames) {
  std::string names;
  for (std::size_t i = 0; i < warning.missing.size(); ++i) {
    if (i == kMostNames) return names + ", …";
    const auto c = static_cast<std::size_t>(warning.missing[i]);
    names += (i > 0 ? ", " : "") + (c < classNames.size() ? classNames[c] : std::to_string(c));
  }
  return names;
}

std::string sentenceFor(const DataWarning& warning, std::span<const std::string> classNames) {
  return std::string("The ") + nameOf(warning.part) + " part has no images of " +
         std::to_string(warning.missing.size()) + " of the " + std::to_string(warning.classes) +
         " classes (" + missingNames(warning, classNames) + ").";
}

}  // namespace inkling
