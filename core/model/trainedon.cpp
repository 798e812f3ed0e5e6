// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/trainedon.h"

namespace inkling {

SameData sameData(const Model& model, const DataSource& source) {
  if (model.dataFingerprint.empty() || source.fingerprint.empty()) return SameData::Unknown;
  return model.dataFingerprint == source.fingerprint ? SameData::Yes : SameData::No;
}

std::string otherData(const Model& model, const DataSource& source) {
  if (sameData(model, source) != SameData::No) return {};
  return "This checkpoint was trained on other images than those of " + source.title + " (" +
         model.dataFingerprint + ", not " + source.fingerprint + ").";
}

bool publishedFor(const Recipe& recipe, const std::string& set) {
  return !recipe.published.empty() && recipe.data.set == set;
}

void useData(Recipe& recipe, const std::string& set) {
  if (recipe.data.set != set) recipe.published.clear();
  recipe.data.set = set;
}

}  // namespace inkling
