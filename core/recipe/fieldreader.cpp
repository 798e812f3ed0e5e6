// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/fieldjson.h"
#include "core/recipe/fields.h"
#include "core/recipe/names.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace inkling {
namespace {

template <typename S>
void read(S& s, const Json& json, const std::string& path, std::vector<Problem>& problems);

// Visits the fields of one struct and takes from a JSON object those it has.
class Reader {
public:
  Reader(const Json& object, const std::string& path, std::vector<Problem>& problems)
      : m_object(object),
        m_path(path),
        m_problems(problems) {}

  void operator()(const char* name, int& value, Range range) {
    const Json* json = find(name);
    if (!json) return;
    const double number = json->is_number() ? json->get<double>() : 0.5;
    if (number != std::trunc(number) || number < range.low || number > range.high) {
      report(name, *json, "a whole number, " + rangeText(range));
    } else {
      value = static_cast<int>(number);
    }
  }

  void operator()(const char* name, double& value, Range range) {
    const Json* json = find(name);
    if (!json) return;
    if (!json->is_number()) return report(name, *json, "a number, " + rangeText(range));
    value = json->get<double>();
  }

  void operator()(const char* name, std::uint64_t& value) {
    const Json* json = find(name);
    if (!json) return;
    if (!json->is_number_unsigned()) {
      return report(name, *json, "a whole number, 0 … 18446744073709551615");
    }
    value = json->get<std::uint64_t>();
  }

  void operator()(const char* name, bool& value) {
    const Json* json = find(name);
    if (!json) return;
    if (!json->is_boolean()) return report(name, *json, "true or false");
    value = json->get<bool>();
  }

  void operator()(const char* name, std::string& value, const Text&) {
    const Json* json = find(name);
    if (!json) return;
    if (!json->is_string()) return report(name, *json, "a text");
    value = json->get<std::string>();
  }

  void operator()(const char* name, std::map<std::string, std::string>& texts) {
    const Json* json = find(name);
    if (!json) return;
    if (!json->is_object()) return report(name, *json, "an object of texts by language");
    for (const auto& [language, text] : json->items()) {
      if (text.is_string()) {
        texts[language] = text.get<std::string>();
      } else {
        m_problems.push_back(
            {fieldPath(fieldPath(m_path, name), language), shortText(text), "a text"});
      }
    }
  }

  template <typename S>
  void operator()(const char* name, std::vector<S>& list, Items allowed) {
    const Json* json = find(name);
    if (!json) return;
    if (!json->is_array()) return report(name, *json, "a list");
    if (json->size() > allowed.most) return reportLength(name, json->size(), allowed);
    list.assign(json->size(), S{});
    for (std::size_t i = 0; i < list.size(); ++i) {
      read(list[i], (*json)[i], itemPath(fieldPath(m_path, name), i), m_problems);
    }
  }

  template <Choice S>
  void operator()(const char* name, S& choice) {
    const Json* json = find(name);
    if (!json) return;
    choice = {};
    if (json->is_null()) return;
    const auto names = namesOf(choice.kind).subspan(1);
    const auto chosen = json->is_object() && json->size() == 1
                            ? std::ranges::find(names, json->begin().key())
                            : names.end();
    if (chosen == names.end())
      return report(name, *json, "null or an object with one of the fields " + choiceText(names));
    choice.kind = static_cast<decltype(choice.kind)>(1 + (chosen - names.begin()));
    read(choice, *json, fieldPath(m_path, name), m_problems);
  }

  template <typename Value>
  void operator()(const char* name, Value& value) {
    const Json* json = find(name);
    if (!json) return;
    if constexpr (std::is_enum_v<Value>) {
      const auto names = namesOf(value);
      const auto found =
          json->is_string() ? std::ranges::find(names, json->template get_ref<const std::string&>())
                            : names.end();
      if (found == names.end()) return report(name, *json, choiceText(names));
      value = static_cast<Value>(found - names.begin());
    } else {
      read(value, *json, fieldPath(m_path, name), m_problems);
    }
  }

  void reportUnknown() {
    for (const auto& [name, value] : m_object.items()) {
      if (std::ranges::find(m_known, name) != m_known.end()) continue;
      m_problems.push_back({fieldPath(m_path, name), shortText(value) + ", which is unknown here",
                            "one of the fields " + choiceText(m_known)});
    }
  }

private:
  const Json* find(const char* name) {
    m_known.emplace_back(name);
    const auto found = m_object.find(name);
    return found == m_object.end() ? nullptr : &*found;
  }

  void reportLength(const char* name, std::size_t length, Items allowed) {
    m_problems.push_back(
        {fieldPath(m_path, name), "a list of " + std::to_string(length), itemsText(allowed)});
  }

  void report(const char* name, const Json& json, std::string allowed) {
    m_problems.push_back({fieldPath(m_path, name), shortText(json), std::move(allowed)});
  }

  const Json& m_object;
  const std::string& m_path;
  std::vector<Problem>& m_problems;
  std::vector<std::string_view> m_known;
};

template <typename S>
void read(S& s, const Json& json, const std::string& path, std::vector<Problem>& problems) {
  if (!json.is_object()) {
    problems.push_back({path.empty() ? "the recipe" : path, shortText(json), "an object"});
    return;
  }
  Reader reader(json, path, problems);
  visitFields(s, reader);
  reader.reportUnknown();
}

}  // namespace

void readFields(Recipe& recipe, const Json& json, std::vector<Problem>& problems) {
  read(recipe, json, "", problems);
}

}  // namespace inkling
