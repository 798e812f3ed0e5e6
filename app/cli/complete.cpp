// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complete.h"

#include "core/base/folders.h"
#include "core/data/catalogue.h"
#include "core/recipe/recipejson.h"
#include "core/recipe/recipelibrary.h"
#include "core/sweep/sweepspec.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <sstream>
#include <string_view>

namespace inkling::cli {
namespace {

/// Where a command line stands before its last word.
struct Place {
  const CLI::App* command = nullptr;
  const CLI::Option* option = nullptr;               ///< the last word can be a value of it
  int positionals = 0;                               ///< that are given already
  std::map<const CLI::Option*, std::string> values;  ///< last one of each option that is given
};

bool isOption(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

const CLI::Option* optionNamed(const CLI::App& command, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& each : option->get_lnames())
      if (name == "--" + each) return option;
    for (const std::string& each : option->get_snames())
      if (name == "-" + each) return option;
  }
  return nullptr;
}

const CLI::App* commandNamed(const CLI::App& command, const std::string& word) {
  for (const CLI::App* each : command.get_subcommands({}))
    if (each->get_name() == word) return each;
  return nullptr;
}

void pass(Place& place, int& wanted, const std::string& word) {
  if (isOption(word)) {
    place.option = optionNamed(*place.command, word);
    wanted = place.option ? place.option->get_items_expected_max() : 0;
    if (place.option) place.values[place.option];
    if (word.find('=') != std::string::npos) wanted = 0;
  } else if (wanted > 0) {
    place.values[place.option] = word;
    --wanted;
  } else if (const CLI::App* next = commandNamed(*place.command, word)) {
    place = {.command = next};
  } else {
    ++place.positionals;
  }
  if (wanted == 0) place.option = nullptr;
}

Place placeAfter(const CLI::App& app, const std::vector<std::string>& words) {
  Place place{.command = &app};
  int wanted = 0;  // values that the option can still take
  for (const std::string& word : words) pass(place, wanted, word);
  return place;
}

/// The positional whose turn it is; the last one may take several.
const CLI::Option* positional(const Place& place) {
  int before = place.positionals;
  for (const CLI::Option* option : place.command->get_options()) {
    if (!option->get_positional()) continue;
    before -= option->get_items_expected_max();
    if (before < 0) return option;
  }
  return nullptr;
}

/// Prints the candidates that begin as the last word does.
class Candidates {
public:
  /// `before` belongs to the word, but not to what is completed: "--part=".
  Candidates(std::string before, std::string begin)
      : m_before(std::move(before)),
        m_begin(std::move(begin)) {}

  void add(const std::string& word, const std::string& meaning = {}) const {
    if (!word.starts_with(m_begin)) return;
    std::cout << m_before << word << (meaning.empty() ? "" : "\t") << meaning << '\n';
  }

private:
  std::string m_before;
  std::string m_begin;
};

void offerRecipes(const Candidates& candidates) {
  std::vector<std::string> unusable;
  for (const Recipe& recipe : bundledRecipes(resourceFolder(), unusable))
    candidates.add(recipe.name, inLanguage(recipe.title, "en"));
}

void offerDataSets(const Candidates& candidates) {
  for (const CatalogueEntry& entry : catalogue(resourceFolder()))
    candidates.add(entry.name, entry.title);
}

void offerSweeps(const Candidates& candidates) {
  std::vector<std::string> unusable;
  for (const SweepSpec& spec : bundledSweeps(resourceFolder(), unusable))
    candidates.add(spec.name, inLanguage(spec.title, "en"));
}

/// The recipe whose fields are set.
std::string recipeAt(const Place& place) {
  std::string name = "mlp";
  for (const CLI::Option* option : place.command->get_options()) {
    if (option->get_type_name().find("RECIPE") == std::string::npos) continue;
    const auto given = place.values.find(option);
    name = given != place.values.end() ? given->second : option->get_default_str();
  }
  return name;
}

void offerFields(const Candidates& candidates, const Place& place, bool values) {
  for (const auto& [field, value] : fieldValues(findRecipe(recipeAt(place), resourceFolder())))
    candidates.add(field + "=" + (values ? value : ""), values ? "" : "now " + value);
}

/// The names in "TEXT:{test,validation,train}".
void offerMembers(const Candidates& candidates, const std::string& type) {
  const std::size_t open = type.find('{');
  if (open == std::string::npos) return;
  std::istringstream members(type.substr(open + 1, type.find('}') - open - 1));
  for (std::string member; std::getline(members, member, ',');) candidates.add(member);
}

/// What an option's type, as `--help` shows it, stands for.
void offerValues(const CLI::Option& option, const Place& place, const std::string& before,
                 const std::string& begin) {
  const Candidates candidates(before, begin);
  const std::string type = option.get_type_name();
  const auto is = [&type](const char* kind) { return type.find(kind) != std::string::npos; };
  offerMembers(candidates, type);
  if (is("RECIPE")) offerRecipes(candidates);
  if (is("DATA")) offerDataSets(candidates);
  if (is("SWEEP")) offerSweeps(candidates);
  if (is("FIELD=VALUE")) offerFields(candidates, place, begin.find('=') != std::string::npos);
  if (is("FILE") || is("MODEL") || is("PATH"))
    std::cout << ":files\n";
  else if (is("DIR"))
    std::cout << ":folders\n";
}

void offerOptions(const Place& place, const std::string& begin) {
  const Candidates candidates({}, begin);
  for (const CLI::Option* option : place.command->get_options()) {
    const bool again = option->get_items_expected_max() > 1;
    if (place.values.contains(option) && !again) continue;
    for (const std::string& name : option->get_lnames())
      candidates.add("--" + name, option->get_description());
  }
}

void offerCommands(const Place& place, const std::string& begin) {
  const Candidates candidates({}, begin);
  for (const CLI::App* each : place.command->get_subcommands({}))
    candidates.add(each->get_name(), each->get_description());
}

}  // namespace

void complete(const CLI::App& app, const std::vector<std::string>& words) {
  if (words.empty()) return;
  const std::string& last = words.back();
  const Place place = placeAfter(app, {words.begin(), words.end() - 1});
  const std::size_t equals = last.find('=');
  if (isOption(last) && equals != std::string::npos) {
    if (const CLI::Option* option = optionNamed(*place.command, last))
      offerValues(*option, place, last.substr(0, equals + 1), last.substr(equals + 1));
  } else if (last.starts_with('-')) {
    offerOptions(place, last);
  } else if (place.option) {
    offerValues(*place.option, place, {}, last);
  } else {
    offerCommands(place, last);
    if (const CLI::Option* next = positional(place)) offerValues(*next, place, {}, last);
  }
}

}  // namespace inkling::cli
