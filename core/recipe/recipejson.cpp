// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipejson.h"

#include "core/base/error.h"
#include "core/base/readfile.h"
#include "core/recipe/fieldjson.h"
#include "core/recipe/fieldkinds.h"

#include <set>

namespace inkling {
namespace {

constexpr std::size_t kMaxFileSize = 1 << 20;

// The recipe that `json` describes, and all that is wrong with it.
Recipe readChecked(const Json& json, std::vector<Problem>& problems) {
  Recipe recipe;
  readFields(recipe, json, problems);
  std::set<std::string> named;
  for (const Problem& problem : problems) named.insert(problem.field);
  for (Problem& problem : fieldProblems(recipe)) {
    if (!named.contains(problem.field)) problems.push_back(std::move(problem));
  }
  return recipe;
}

}  // namespace

std::string toJson(const Recipe& recipe) {
  return changedFields(recipe).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Recipe recipeFromJson(const std::string& text, const std::string& source) {
  std::vector<Problem> problems;
  Recipe recipe = readChecked(parseJson(text, source), problems);
  if (!problems.empty()) throw Error(source + " is not a usable recipe:\n" + describe(problems));
  return recipe;
}

Recipe loadRecipe(const std::filesystem::path& file) {
  const std::vector<char> bytes = readFile(file, kMaxFileSize);
  return recipeFromJson({bytes.begin(), bytes.end()}, file.string());
}

}  // namespace inkling
