// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

namespace inkling {

using Json = nlohmann::ordered_json;

}  // namespace inkling

/// What a value owns goes away without asking for memory. The library's own way puts all that is in
/// a list or object into a std::vector first: a destructor that ends the program if there is no
/// memory. Nor may there be anything yet: a value has its kind before it has its list.
template <>
inline void inkling::Json::json_value::destroy(inkling::Json::value_t kind) {
  const auto remove = [](auto* what) {
    if (!what) return;
    std::destroy_at(what);
    std::allocator<std::remove_pointer_t<decltype(what)>>().deallocate(what, 1);
  };
  if (kind == inkling::Json::value_t::object) remove(object);
  if (kind == inkling::Json::value_t::array) remove(array);
  if (kind == inkling::Json::value_t::string) remove(string);
  if (kind == inkling::Json::value_t::binary) remove(binary);
}

namespace inkling {

/// Is it this text? The library's own comparison makes a value of the text, which may take memory,
/// in functions that are noexcept.
bool isText(const Json& value, std::string_view text);

/// Parses JSON text: UTF-8, at most 64 levels deep, no field twice in an object. Throws Error,
/// naming `source` and the offset. Only for source files of the core: headers stay free of the JSON
/// library.
Json parseJson(std::string_view text, const std::string& source);

/// A value as it is shown in messages: on one line, cut to 60 bytes.
std::string shortText(const Json& value);

}  // namespace inkling
