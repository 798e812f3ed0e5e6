// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/livefields.h"

#include <algorithm>
#include <cmath>

namespace inkling {

double valueInTheEnd(const Recipe& recipe, const LiveField& field) {
  double value = field.get(recipe);
  for (const LiveChange& change : recipe.changes)
    if (change.field == field.path) value = change.value;
  return value;
}

std::vector<Problem> changeProblems(const Recipe& recipe) {
  std::vector<Problem> problems;
  for (std::size_t i = 0; i < recipe.changes.size(); ++i) {
    const LiveChange& change = recipe.changes[i];
    const auto field = std::ranges::find(kLiveFields, std::string_view(change.field),
                                         [](const LiveField* live) { return live->path; });
    if (field == kLiveFields.end()) continue;  // its name is a problem of its own
    const auto& [path, range, whole, get] = **field;
    const bool fits = change.value >= range.low && change.value <= range.high &&
                      (!whole || change.value == std::trunc(change.value));
    if (fits) continue;
    problems.push_back({fieldPath(itemPath("changes", i), "value"), numberText(change.value),
                        (whole ? "a whole number, " : "") + rangeText(range)});
  }
  return problems;
}

}  // namespace inkling
