// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/jsontext.h"

#include "core/base/error.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace inkling {
namespace {

constexpr std::size_t kMaxJsonDepth = 64;
constexpr std::size_t kMaxJsonFields = 65536;  // a network of 100 layers and its state have 1,000
constexpr std::size_t kMaxJsonValues = 1U << 22U;  // a history of 100,000 epochs has half of them
constexpr std::size_t kShown = 60;

// Builds what is read, in time proportional to its length: the library's own builder looks through
// all fields of an object for each that comes, and with a callback through all elements of a list.
class JsonBuilder final : public nlohmann::json_sax<Json> {
public:
  explicit JsonBuilder(const std::string& source) : m_source(source) {}
  Json take() { return std::move(m_root); }

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }  // there is none in text

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool end_object() override {
    requireNoFieldTwice();
    return close();
  }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Level& level = m_levels.back();
    if (level.value->size() == kMaxJsonFields)
      throw Error(m_source + " has an object of more than " + std::to_string(kMaxJsonFields) +
                  " fields.");
    level.name = std::move(name);
    return true;
  }

  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::json::exception& error) override {
    const std::string reason = error.what();
    const auto prefix = reason.find("] ");  // "[json.exception.parse_error.101] "
    throw Error(m_source + " is not valid JSON: " +
                (prefix == std::string::npos ? reason : reason.substr(prefix + 2)) + ".");
  }

private:
  /// An object or list that is not complete yet.
  struct Level {
    Json* value;
    std::string name{};  ///< of the value to come
  };

  bool add(Json value) {
    place(std::move(value));
    return true;
  }

  /// Nothing is added to the level above while this one is open, so that its address stays.
  bool open(Json value) {
    if (m_levels.size() == kMaxJsonDepth)
      throw Error(m_source + " is nested more than " + std::to_string(kMaxJsonDepth) +
                  " levels deep.");
    m_levels.push_back({&place(std::move(value))});
    return true;
  }

  void requireNoFieldTwice() {
    m_names.clear();
    for (const auto& [name, value] : m_levels.back().value->get_ref<const Json::object_t&>())
      m_names.emplace_back(name);
    std::ranges::sort(m_names);
    const auto twice = std::ranges::adjacent_find(m_names);
    if (twice != m_names.end())
      throw Error(m_source + " has the field " + shortText(std::string(*twice)) + " twice.");
  }

  bool close() {
    m_levels.pop_back();
    return true;
  }

  Json& place(Json value) {
    if (++m_values > kMaxJsonValues)
      throw Error(m_source + " has more than " + std::to_string(kMaxJsonValues) + " values.");
    if (m_levels.empty()) return m_root = std::move(value);
    Level& level = m_levels.back();
    if (level.value->is_array())
      return level.value->get_ref<Json::array_t&>().emplace_back(std::move(value));
    return level.value->get_ref<Json::object_t&>()
        .emplace_back(std::move(level.name), std::move(value))
        .second;
  }

  const std::string& m_source;
  Json m_root;
  std::vector<Level> m_levels;
  std::vector<std::string_view> m_names;  ///< of the object that has just ended
  std::size_t m_values = 0;
};

}  // namespace

Json parseJson(std::string_view text, const std::string& source) {
  JsonBuilder builder(source);
  Json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

bool isText(const Json& value, std::string_view text) {
  const auto* const own = value.get_ptr<const std::string*>();
  return own != nullptr && *own == text;
}

std::string shortText(const Json& value) {
  std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() <= kShown) return text;
  std::size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;  // whole characters
  return text.substr(0, end) + "…";
}

}  // namespace inkling
