// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/jsontext.h"

#include "core/base/error.h"

#include <set>
#include <vector>

namespace inkling {
namespace {

constexpr int kMaxDepth = 64;
constexpr std::size_t kShown = 60;

// Refuses what the parser lets through: nesting that would exhaust memory, and fields given twice.
class Guard {
public:
  explicit Guard(const std::string& source) : m_source(source) {}

  bool operator()(int depth, Json::parse_event_t event, Json& value) {
    using Event = Json::parse_event_t;
    if (depth > kMaxDepth) {
      throw Error(m_source + " is nested more than " + std::to_string(kMaxDepth) + " levels deep.");
    }
    if (event == Event::object_start) m_names.emplace_back();
    if (event == Event::object_end) m_names.pop_back();
    if (event == Event::key && !m_names.back().insert(value.get<std::string>()).second) {
      throw Error(m_source + " has the field " + shortText(value) + " twice.");
    }
    return true;
  }

private:
  const std::string& m_source;
  std::vector<std::set<std::string>> m_names;
};

}  // namespace

Json parseJson(std::string_view text, const std::string& source) {
  try {
    return Json::parse(text.begin(), text.end(), Guard(source));
  } catch (const nlohmann::json::exception& error) {
    const std::string reason = error.what();
    const auto prefix = reason.find("] ");  // "[json.exception.parse_error.101] "
    throw Error(source + " is not valid JSON: " +
                (prefix == std::string::npos ? reason : reason.substr(prefix + 2)) + ".");
  }
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
