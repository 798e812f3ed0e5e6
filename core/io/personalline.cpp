// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/personalline.h"

#include "core/base/error.h"
#include "core/recipe/jsontext.h"

#include <cmath>

namespace inkling {
namespace {

constexpr const char* kFormat = "inkling personal digits";
constexpr int kLineVersion = 1;
constexpr std::size_t kNumbersAPoint = 4;  // x, y, time, pressure
constexpr float kLargest = 1e6F;           // of any of them

double rounded(float value) { return std::round(static_cast<double>(value) * 1e5) / 1e5; }

Json strokesOf(const Ink& ink) {
  Json strokes = Json::array();
  for (const Stroke& stroke : ink) {
    Json numbers = Json::array();
    for (const InkPoint& p : stroke.points)
      for (const float value : {p.x, p.y, p.time, p.pressure}) numbers.push_back(rounded(value));
    strokes.push_back(std::move(numbers));
  }
  return strokes;
}

std::string hexOf(const Glyph& glyph) {
  constexpr const char* kHex = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t pixel : glyph) {
    text += kHex[pixel >> 4];
    text += kHex[pixel & 15];
  }
  return text;
}

class LineReader {
public:
  LineReader(Json json, std::string place) : m_json(std::move(json)), m_place(std::move(place)) {}

  const Json& field(const char* name, Json::value_t type) const {
    const auto found = m_json.find(name);
    const bool number = type == Json::value_t::number_integer;
    if (found == m_json.end() || !(number ? found->is_number_integer() : found->type() == type))
      wrong(name);
    return *found;
  }

  long integer(const char* name, long low, long high) const {
    const long value = field(name, Json::value_t::number_integer).get<long>();
    if (value < low || value > high) wrong(name);
    return value;
  }

  Ink strokes() const {
    Ink ink;
    for (const Json& numbers : field("strokes", Json::value_t::array)) {
      if (!numbers.is_array() || numbers.empty() || numbers.size() % kNumbersAPoint != 0)
        wrong("strokes");
      Stroke stroke;
      for (std::size_t i = 0; i < numbers.size(); i += kNumbersAPoint)
        stroke.points.push_back({number(numbers[i]), number(numbers[i + 1]), number(numbers[i + 2]),
                                 number(numbers[i + 3])});
      ink.push_back(std::move(stroke));
    }
    if (ink.empty()) wrong("strokes");
    return ink;
  }

  Glyph pixels() const {
    const auto text = field("pixels", Json::value_t::string).get<std::string>();
    Glyph glyph{};
    if (text.size() != 2 * glyph.size()) wrong("pixels");
    for (std::size_t i = 0; i < glyph.size(); ++i)
      glyph[i] = static_cast<std::uint8_t>(16 * nibble(text[2 * i]) + nibble(text[2 * i + 1]));
    return glyph;
  }

  bool has(const char* name) const { return m_json.contains(name); }

private:
  [[noreturn]] void wrong(const char* name) const {
    throw DamagedLine(m_place + ": its " + name + " is missing or wrong");
  }
  float number(const Json& value) const {
    const float number = value.is_number() ? value.get<float>() : kLargest;
    if (!(std::abs(number) < kLargest)) wrong("strokes");
    return number;
  }
  int nibble(char c) const {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    wrong("pixels");
  }

  Json m_json;
  std::string m_place;
};

/// Null if the line is not JSON, or more of it than a line can be.
Json parsed(const std::string& line) {
  try {
    return parseJson(line, "The line");
  } catch (const Error&) {
    return {};
  }
}

Json parsedHeader(const std::string& line) {
  const Json json = parsed(line);
  const bool ours = json.is_object() && json.contains("format") &&
                    isText(json["format"], kFormat) && json.contains("version") &&
                    json["version"].is_number_integer();
  return ours ? json : Json();
}

}  // namespace

std::string personalHeader(long lastId) {
  Json json = Json::object();
  json["format"] = kFormat;
  json["version"] = kLineVersion;
  json["last_id"] = lastId;
  return json.dump() + "\n";
}

bool isPersonalHeader(const std::string& line, const std::string& source) {
  const Json json = parsedHeader(line);
  if (json.is_null()) return false;
  if (json["version"].get<long>() > kLineVersion)
    throw NewerFormat(source, "format of the digits", json["version"].dump(), kLineVersion);
  return true;
}

long personalHeaderLastId(const std::string& line, const std::string& place) {
  const Json json = parsedHeader(line);
  if (!json.contains("last_id")) return 0;
  // Nobody has written so many, and after the highest there would be no more ids.
  return LineReader(json, place).integer("last_id", 0, kMostPersonalId - 1);
}

std::string personalLine(const PersonalDigit& digit) {
  Json json = Json::object();
  json["id"] = digit.id;
  json["label"] = digit.label;
  json["date"] = digit.date;
  if (digit.ink.empty())
    json["pixels"] = hexOf(digit.glyph);
  else
    json["strokes"] = strokesOf(digit.ink);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

PersonalDigit parsePersonalLine(const std::string& line, const std::string& place) {
  Json json = parsed(line);
  if (!json.is_object()) throw DamagedLine(place + ": it is not a digit");
  const LineReader reader(std::move(json), place);
  PersonalDigit digit;
  digit.id = reader.integer("id", 1, kMostPersonalId);
  digit.label = static_cast<int>(reader.integer("label", 0, 9));
  digit.date = reader.field("date", Json::value_t::string).get<std::string>();
  if (reader.has("pixels")) {
    digit.glyph = reader.pixels();
  } else {
    digit.ink = reader.strokes();
    digit.glyph = renderGlyph(digit.ink);
  }
  return digit;
}

}  // namespace inkling
