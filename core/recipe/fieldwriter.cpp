// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/fieldjson.h"
#include "core/recipe/fields.h"
#include "core/recipe/names.h"

#include <map>

namespace inkling {
namespace {

enum class Extent { All, Changed };

template <typename S>
Json write(const S& s, Extent extent);

template <typename S>
Json writeList(const std::vector<S>& list, Extent extent);

// Visits the fields of one struct and writes them into a JSON object.
class Writer {
public:
  Writer(Json& object, Extent extent) : m_object(object), m_extent(extent) {}

  template <typename Value, typename Limits>
  void operator()(const char* name, const Value& value, const Limits&) {
    m_object[name] = value;
  }

  template <typename S>
  void operator()(const char* name, const std::vector<S>& list) {
    m_object[name] = writeList(list, m_extent);
  }

  void operator()(const char* name, const std::map<std::string, std::string>& texts) {
    m_object[name] = texts;
  }

  template <typename Value>
  void operator()(const char* name, const Value& value) {
    if constexpr (std::is_enum_v<Value>) {
      m_object[name] = toString(value);
    } else if constexpr (std::is_class_v<Value>) {
      m_object[name] = write(value, Extent::All);
    } else {
      m_object[name] = value;
    }
  }

private:
  Json& m_object;
  Extent m_extent;
};

bool tellsWhatItIs(const std::string& name) {
  return name == "name" || name == "type" || name == "kind";
}

// What of `object` differs from `defaults`, in the order of `object`.
Json pruned(const Json& object, const Json& defaults) {
  Json kept = Json::object();
  for (const auto& [name, value] : object.items()) {
    const auto found = defaults.find(name);
    if (found != defaults.end() && *found == value && !tellsWhatItIs(name)) continue;
    const bool nested = value.is_object() && found != defaults.end();
    kept[name] = nested ? pruned(value, *found) : value;
  }
  return kept;
}

template <typename S>
Json write(const S& s, Extent extent) {
  Json object = Json::object();
  visitFields(s, Writer(object, extent));
  return extent == Extent::All ? object : pruned(object, write(S{}, Extent::All));
}

template <typename S>
Json writeList(const std::vector<S>& list, Extent extent) {
  Json array = Json::array();
  for (const S& item : list) array.push_back(write(item, extent));
  return array;
}

}  // namespace

Json everyField(const Recipe& recipe) { return write(recipe, Extent::All); }

Json changedFields(const Recipe& recipe) { return write(recipe, Extent::Changed); }

}  // namespace inkling
