// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/fields.h"

#include <algorithm>
#include <map>

namespace inkling {
namespace {

template <typename S>
void check(const S& s, const std::string& path, std::vector<Problem>& problems);

// Visits the fields of one struct and notes those that are out of range.
class Checker {
public:
  Checker(const std::string& path, std::vector<Problem>& problems)
      : m_path(path),
        m_problems(problems) {}

  template <typename Number>
  void operator()(const char* name, const Number& value, Range range) {
    const auto number = static_cast<double>(value);
    if (number >= range.low && number <= range.high) return;  // false for NaN
    report(name, numberText(number), rangeText(range));
  }

  void operator()(const char* name, const std::string& value, const Text& allowed) {
    const auto& choices = allowed.choices;
    if (value.size() < allowed.shortest || value.size() > allowed.longest) {
      report(name, value.empty() ? "empty" : std::to_string(value.size()) + " characters long",
             rangeText({double(allowed.shortest), double(allowed.longest)}) + " characters");
    } else if (!choices.empty() && std::ranges::find(choices, value) == choices.end()) {
      report(name, value, choiceText(choices));
    }
  }

  template <typename S>
  void operator()(const char* name, const std::vector<S>& list, Items allowed) {
    if (list.size() > allowed.most)
      return report(name, "a list of " + std::to_string(list.size()), itemsText(allowed));
    for (std::size_t i = 0; i < list.size(); ++i) {
      check(list[i], itemPath(fieldPath(m_path, name), i), m_problems);
    }
  }

  template <typename S>
  void operator()(const char* name, const S& value) {
    if constexpr (std::is_class_v<S>) check(value, fieldPath(m_path, name), m_problems);
  }

  // Flags, enumerations, seeds and translated texts are always in range.
  void operator()(const char*, const std::map<std::string, std::string>&) {}

private:
  void report(const char* name, std::string value, std::string allowed) {
    m_problems.push_back({fieldPath(m_path, name), std::move(value), std::move(allowed)});
  }

  const std::string& m_path;
  std::vector<Problem>& m_problems;
};

template <typename S>
void check(const S& s, const std::string& path, std::vector<Problem>& problems) {
  visitFields(s, Checker(path, problems));
}

}  // namespace

std::vector<Problem> fieldProblems(const Recipe& recipe) {
  std::vector<Problem> problems;
  check(recipe, "", problems);
  for (Problem& problem : changeProblems(recipe)) problems.push_back(std::move(problem));
  const AugmentSpec& augment = recipe.augment;
  if (augment.strokeMin > augment.strokeMax) {
    problems.push_back({"augment.stroke_min", numberText(augment.strokeMin),
                        "at most augment.stroke_max, which is " + numberText(augment.strokeMax)});
  }
  return problems;
}

}  // namespace inkling
