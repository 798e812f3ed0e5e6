// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/fieldjson.h"
#include "core/recipe/fields.h"
#include "core/recipe/names.h"

#include <map>

namespace inkling {
namespace {

template <typename S>
Json write(const S& s);

// Visits the fields of one struct and writes them into a JSON object.
class Writer {
public:
  explicit Writer(Json& object) : m_object(object) {}

  template <typename Value, typename Limits>
  void operator()(const char* name, const Value& value, const Limits&) {
    m_object[name] = value;
  }

  template <typename S>
  void operator()(const char* name, const std::vector<S>& list, Items) {
    Json& array = m_object[name] = Json::array();
    for (const S& item : list) array.push_back(write(item));
  }

  void operator()(const char* name, const std::map<std::string, std::string>& texts) {
    m_object[name] = texts;
  }

  template <typename Value>
  void operator()(const char* name, const Value& value) {
    if constexpr (std::is_enum_v<Value>) {
      m_object[name] = toString(value);
    } else if constexpr (Choice<Value>) {
      Json object = write(value);
      m_object[name] = object.empty() ? Json() : std::move(object);
    } else if constexpr (std::is_class_v<Value>) {
      m_object[name] = write(value);
    } else {
      m_object[name] = value;
    }
  }

private:
  Json& m_object;
};

template <typename S>
Json write(const S& s) {
  Json object = Json::object();
  visitFields(s, Writer(object));
  return object;
}

}  // namespace

Json everyField(const Recipe& recipe) { return write(recipe); }

}  // namespace inkling
