// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/recipe/fieldjson.h"
#include "core/recipe/fieldkinds.h"
#include "core/recipe/recipejson.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace inkling {
namespace {

// One step of a path: a name, or an index into a list.
struct Step {
  std::string name{};
  std::size_t index = 0;
  bool isIndex = false;
};

[[noreturn]] void refusePath(const std::string& path, const std::string& why) {
  throw Error("\"" + path + "\" is not a field of a recipe: " + why + ".");
}

Step indexStep(const std::string& path, std::string_view digits) {
  Step step{.isIndex = true};
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, step.index);
  if (error != std::errc() || stop != end) refusePath(path, "expected a number between [ and ]");
  return step;
}

// "layers[2].units" → layers, 2, units.
std::vector<Step> stepsOf(const std::string& path) {
  std::vector<Step> steps;
  std::size_t at = 0;
  while (at < path.size()) {
    if (path[at] == '[') {
      const auto close = path.find(']', at);
      if (close == std::string::npos) refusePath(path, "a ] is missing");
      steps.push_back(indexStep(path, std::string_view(path).substr(at + 1, close - at - 1)));
      at = close + 1;
    } else {
      const auto end = std::min(path.find_first_of(".[", at), path.size());
      if (end == at) refusePath(path, "a name is missing");
      steps.push_back({.name = path.substr(at, end - at)});
      at = end;
    }
    if (at < path.size() && path[at] == '.' && ++at == path.size())
      refusePath(path, "a name is missing");
  }
  if (steps.empty()) refusePath(path, "it is empty");
  return steps;
}

Json& walk(Json& root, const std::string& path) {
  Json* at = &root;
  for (const Step& step : stepsOf(path)) {
    if (step.isIndex) {
      if (!at->is_array() || step.index >= at->size()) {
        refusePath(
            path, "there are only " + std::to_string(at->is_array() ? at->size() : 0) + " entries");
      }
      at = &(*at)[step.index];
    } else {
      if (!at->is_object()) refusePath(path, "there is nothing below " + shortText(*at));
      at = &(*at)[step.name];
    }
  }
  return *at;
}

// The text as the kind of value that stands there: texts as they are, all else as JSON.
Json valueFrom(const std::string& text, const Json& present) {
  if (present.is_string()) return text;
  try {
    return parseJson(text, "The value");
  } catch (const Error&) {
    return text;
  }
}

/// A field of which one variant is chosen, and the name for none.
struct ChoiceField {
  std::string_view path;
  std::string_view none;
};

constexpr ChoiceField kChoices[] = {{"data.train_limit", "all"}, {"data.validation", "default"}};

const ChoiceField* choiceAt(std::string_view path) {
  const auto found = std::ranges::find(kChoices, path, &ChoiceField::path);
  return found == std::end(kChoices) ? nullptr : &*found;
}

/// "last 400", "default"
std::string shownChoice(const Json& json, const ChoiceField& field) {
  if (!json.is_object()) return std::string(field.none);
  return json.begin().key() + " " + numberText(json.begin()->get<double>());
}

/// What shownChoice() gives, or JSON.
Json choiceFrom(const std::string& text, const ChoiceField& field) {
  if (text == field.none) return nullptr;
  const auto space = text.find(' ');
  if (space == std::string::npos || text.starts_with('{')) return valueFrom(text, nullptr);
  return {{text.substr(0, space), valueFrom(text.substr(space + 1), nullptr)}};
}

/// Sets `path` in `json` to what `text` says.
void place(Json& json, const std::string& path, const std::string& text) {
  const auto dot = path.rfind('.');
  if (const ChoiceField* whole = choiceAt(path)) {
    walk(json, path) = choiceFrom(text, *whole);
  } else if (dot != std::string::npos && choiceAt(path.substr(0, dot))) {
    walk(json, path.substr(0, dot)) = {{path.substr(dot + 1), valueFrom(text, nullptr)}};
  } else {
    Json& there = walk(json, path);
    there = valueFrom(text, there);
  }
}

bool isBelow(const std::string& field, const std::string& path) {
  return field == path || field.starts_with(path + ".") || field.starts_with(path + "[");
}

// path → value for everything that changes what a run does.
void flatten(const Json& json, const std::string& path, std::map<std::string, std::string>& values,
             std::vector<std::string>& order) {
  if (const ChoiceField* choice = choiceAt(path)) {
    values[path] = shownChoice(json, *choice);
    order.push_back(path);
  } else if (json.is_object()) {
    for (const auto& [name, value] : json.items())
      flatten(value, fieldPath(path, name), values, order);
  } else if (json.is_array()) {
    for (std::size_t i = 0; i < json.size(); ++i)
      flatten(json[i], itemPath(path, i), values, order);
  } else {
    values[path] = json.is_string()         ? json.get<std::string>()
                   : json.is_number_float() ? numberText(json.get<double>())
                                            : json.dump();
    order.push_back(path);
  }
}

Json settings(const Recipe& recipe) {
  Json json = everyField(recipe);
  for (const char* text : {"title", "lesson", "published"}) json.erase(text);
  return json;
}

}  // namespace

void setField(Recipe& recipe, const std::string& path, const std::string& value) {
  Json json = everyField(recipe);
  place(json, path, value);
  std::vector<Problem> problems;
  Recipe changed;
  readFields(changed, json, problems);
  for (Problem& problem : fieldProblems(changed)) problems.push_back(std::move(problem));
  // Problems elsewhere were there before, or are for validate(): a new layer kind may need more
  // fields.
  std::erase_if(problems, [&](const Problem& problem) {
    return !isBelow(problem.field, path) && !isBelow(path, problem.field);
  });
  if (!problems.empty()) throw Error(describe(problems));
  recipe = std::move(changed);
}

std::vector<std::pair<std::string, std::string>> fieldValues(const Recipe& recipe) {
  std::map<std::string, std::string> values;
  std::vector<std::string> order;
  flatten(settings(recipe), "", values, order);
  std::vector<std::pair<std::string, std::string>> fields;
  for (const std::string& path : order) fields.emplace_back(path, values.at(path));
  return fields;
}

std::vector<std::string> differences(const Recipe& from, const Recipe& to) {
  std::map<std::string, std::string> before;
  std::map<std::string, std::string> after;
  std::vector<std::string> order;
  flatten(settings(from), "", before, order);
  flatten(settings(to), "", after, order);
  std::vector<std::string> lines;
  for (const std::string& path : order) {
    const auto was = before.extract(path);
    const auto is = after.extract(path);
    const std::string left = was.empty() ? "none" : was.mapped();
    const std::string right = is.empty() ? "none" : is.mapped();
    if (left != right) lines.push_back(path + " " + left + " → " + right);
  }
  return lines;
}

}  // namespace inkling
