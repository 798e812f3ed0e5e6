// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/trainedon.h"

namespace inkling {

SameData sameData(const std::string& fingerprint, const DataSource& source) {
  if (fingerprint.empty() || source.fingerprint.empty()) return SameData::Unknown;
  return fingerprint == source.fingerprint ? SameData::Yes : SameData::No;
}

std::string otherData(const std::string& what, const std::string& fingerprint,
                      const DataSource& source) {
  if (sameData(fingerprint, source) != SameData::No) return {};
  return what + " was trained on other images than those of " + source.title + " (" + fingerprint +
         ", not " + source.fingerprint + ").";
}

bool publishedFor(const Recipe& recipe, const std::string& set) {
  return !recipe.published.empty() && recipe.data.set == set;
}

void useData(Recipe& recipe, const std::string& set) {
  if (recipe.data.set != set) {
    recipe.published.clear();
    recipe.data.mend = {};
    recipe.data.prepare = Preparation::Auto;
  }
  recipe.data.set = set;
}

}  // namespace inkling
