// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipelibrary.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/recipe/recipejson.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace inkling {
namespace {

constexpr std::array<std::string_view, 3> kRungs = {"softmax", "mlp", "cnn"};

Recipe loadBundled(const std::filesystem::path& folder, const std::string& name) {
  Recipe recipe = loadRecipe(folder / (name + ".json"));
  recipe.name = name;
  return recipe;
}

}  // namespace

std::vector<std::string> bundledNames(const std::filesystem::path& resources) {
  std::vector<std::string> names;
  for (const std::filesystem::path& file : entriesOf(resources / "recipes"))
    if (file.extension() == ".json") names.push_back(file.stem().string());
  std::ranges::sort(names, {}, [](const std::string& name) {
    return std::pair(std::ranges::find(kRungs, name) - kRungs.begin(), name);
  });
  return names;
}

std::vector<Recipe> bundledRecipes(const std::filesystem::path& resources,
                                   std::vector<std::string>& problems) {
  std::vector<Recipe> recipes;
  const auto tryTo = [&problems](const auto& what) {
    try {
      what();
    } catch (const Error& error) {
      problems.emplace_back(error.what());
    }
  };
  std::vector<std::string> names;
  tryTo([&] { names = bundledNames(resources); });
  for (const std::string& name : names)
    tryTo([&] { recipes.push_back(loadBundled(resources / "recipes", name)); });
  return recipes;
}

Recipe findRecipe(const std::string& nameOrFile, const std::filesystem::path& resources) {
  const std::filesystem::path folder = resources / "recipes";
  const std::vector<std::string> names = bundledNames(resources);
  if (std::ranges::find(names, nameOrFile) != names.end()) return loadBundled(folder, nameOrFile);
  if (isThere(nameOrFile)) return loadRecipe(nameOrFile);
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  throw Error("\"" + nameOrFile + "\" is neither a recipe file nor a bundled recipe" +
              (list.empty() ? " (none are in " + folder.string() + ")." : " (" + list + ")."));
}

std::string inLanguage(const std::map<std::string, std::string>& text,
                       const std::string& language) {
  for (const std::string& key : {language, language.substr(0, 2), std::string("en")}) {
    if (const auto found = text.find(key); found != text.end()) return found->second;
  }
  return text.empty() ? std::string() : text.begin()->second;
}

}  // namespace inkling
