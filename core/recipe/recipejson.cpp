// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipejson.h"

#include "core/base/error.h"
#include "core/base/filetype.h"
#include "core/base/readfile.h"
#include "core/recipe/fieldjson.h"
#include "core/recipe/fieldkinds.h"
#include "core/recipe/formatone.h"

#include <set>

namespace inkling {
namespace {

constexpr std::size_t kMaxFileSize = 1 << 20;

constexpr int kFormat = 3;

/// Takes the version off; 1 where there is none. Throws Error if it is a newer one.
int takeFormat(Json& json, const std::string& source, std::vector<Problem>& problems) {
  const auto found = json.is_object() ? json.find("format") : json.end();
  if (found == json.end()) return 1;
  const Json format = *found;
  json.erase("format");
  if (!format.is_number_unsigned() || format < 1) {
    problems.push_back({"format", shortText(format), "a whole number, " + rangeText({1, kFormat})});
    return kFormat;
  }
  if (format > kFormat) throw NewerFormat(source, "recipe format", format.dump(), kFormat);
  return format;
}

// The recipe that `json` describes, and all that is wrong with it.
Recipe readChecked(Json json, const std::string& source, std::vector<Problem>& problems) {
  Recipe recipe;
  if (takeFormat(json, source, problems) == 1) json = fromFormatOne(std::move(json), problems);
  readFields(recipe, json, problems);
  std::set<std::string> named;
  for (const Problem& problem : problems) named.insert(problem.field);
  for (Problem& problem : fieldProblems(recipe)) {
    if (!named.contains(problem.field)) problems.push_back(std::move(problem));
  }
  return recipe;
}

}  // namespace

Json fileJson(const Recipe& recipe) {
  Json json = {{"format", kFormat}};
  json.update(everyField(recipe));
  return json;
}

std::string toJson(const Recipe& recipe) {
  return fileJson(recipe).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Recipe recipeFromJson(const std::string& text, const std::string& source) {
  std::vector<Problem> problems;
  Recipe recipe = readChecked(parseJson(text, source), source, problems);
  if (!problems.empty()) throw Error(source + " is not a usable recipe:\n" + describe(problems));
  return recipe;
}

Recipe loadRecipe(const std::filesystem::path& file) {
  const std::vector<char> bytes = readFile(file, kMaxFileSize);
  requireType(bytes, "a recipe", file.string());
  return recipeFromJson({bytes.begin(), bytes.end()}, file.string());
}

}  // namespace inkling
