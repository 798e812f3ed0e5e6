// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/strokefile.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

namespace inkling {
namespace {

using InflatedPart = std::array<std::uint8_t, 1U << 16U>;

constexpr std::size_t kMaximumLine = 4U << 20U;
// Of a file that is kept: half a gigabyte of memory.
constexpr std::size_t kMaximumAllStrokes = 2'000'000;
constexpr std::size_t kMaximumAllPoints = 10'000'000;
constexpr int kMaximumStrokes = 1000;
constexpr int kMaximumPoints = 100000;
constexpr int kMaximumCoordinate = 1000000;
constexpr int kMaximumRate = 10000;

std::string quoted(std::string_view word) {
  constexpr std::size_t kShown = 20;
  if (word.empty()) return "the end of the line";
  std::string shown = "“";
  for (const char c : word.substr(0, kShown))
    shown += static_cast<unsigned char>(c) >= ' ' ? c : '?';
  return shown + (word.size() > kShown ? "…”" : "”");
}

// The words of one line, one after the other.
class LineReader {
public:
  LineReader(std::string_view line, std::string place) : m_rest(line), m_place(std::move(place)) {}

  std::string_view word() {
    constexpr std::string_view kBlanks = " \t\r";
    m_rest.remove_prefix(std::min(m_rest.find_first_not_of(kBlanks), m_rest.size()));
    const std::size_t length = std::min(m_rest.find_first_of(kBlanks), m_rest.size());
    const std::string_view found = m_rest.substr(0, length);
    m_rest.remove_prefix(length);
    return found;
  }

  std::string name(const char* what) {
    const std::string_view found = word();
    if (found.empty()) fail(what, found);
    return std::string(found);
  }

  int number(const std::string& what, int low, int high) {
    const std::string_view found = word();
    int value = 0;
    const char* const end = found.data() + found.size();
    const auto [stop, error] = std::from_chars(found.data(), end, value);
    if (error != std::errc() || stop != end || value < low || value > high) {
      fail(what + " (an integer " + std::to_string(low) + " … " + std::to_string(high) + ")",
           found);
    }
    return value;
  }

  [[noreturn]] void fail(const std::string& expected, std::string_view found) const {
    throw Error(m_place + ": expected " + expected + ", found " + quoted(found) + ".");
  }

private:
  std::string_view m_rest;
  std::string m_place;
};

Stroke readStroke(LineReader& line, int number, int rate, int& total) {
  const std::string which = " of stroke " + std::to_string(number);
  const int count = line.number("the number of points" + which, 1, kMaximumPoints);
  Stroke stroke;
  for (int i = 0; i < count; ++i, ++total) {
    const auto coordinate = [&](const char* name) {
      return static_cast<float>(line.number(name + (" of point " + std::to_string(i + 1)) + which,
                                            -kMaximumCoordinate, kMaximumCoordinate));
    };
    InkPoint point;
    point.x = coordinate("x");
    point.y = coordinate("y");
    point.time = static_cast<float>(total) / static_cast<float>(rate);
    stroke.points.push_back(point);
  }
  return stroke;
}

PenDigit readDigit(std::string_view text, const std::string& place) {
  LineReader line(text, place);
  PenDigit digit;
  digit.label = line.number("a label", 0, 9);
  digit.source = line.name("the name of the source");
  digit.writer = line.name("the name of the writer");
  digit.rate = line.number("the points a second", 1, kMaximumRate);
  const int strokes = line.number("the number of strokes", 1, kMaximumStrokes);
  int total = 0;
  for (int i = 1; i <= strokes; ++i) digit.ink.push_back(readStroke(line, i, digit.rate, total));
  if (const std::string_view more = line.word(); !more.empty())
    line.fail("the end of the line after " + std::to_string(strokes) + " strokes", more);
  return digit;
}

}  // namespace

StrokeReader::StrokeReader(const std::filesystem::path& file)
    : m_source(file),
      m_name(file.string()) {}

std::optional<PenDigit> StrokeReader::next() {
  while (const auto line = nextLine()) {
    ++m_line;
    if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
    m_any = true;
    try {
      return readDigit(*line, m_name + ", line " + std::to_string(m_line));
    } catch (const Error&) {
      requireIntact();
      throw;
    }
  }
  if (!m_any) throw Error(m_name + ": expected a digit on every line, found none.");
  return std::nullopt;
}

/// Stands until the next call.
std::optional<std::string_view> StrokeReader::nextLine() {
  for (;;) {
    const std::string_view rest = std::string_view(m_text).substr(m_begin);
    const std::size_t length = rest.find('\n');
    if (length != std::string_view::npos || (m_ended && !rest.empty())) {
      m_begin = length == std::string_view::npos ? m_text.size() : m_begin + length + 1;
      return rest.substr(0, length);
    }
    if (m_ended) return std::nullopt;
    if (rest.size() > kMaximumLine)
      throw Error(m_name + ", line " + std::to_string(m_line + 1) +
                  ": expected at most 4 MiB of strokes, found more.");
    m_text.erase(0, m_begin);
    m_begin = 0;
    InflatedPart part;
    const std::size_t count = m_source.read(part);
    m_text.append(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(count));
    m_ended = count == 0;
  }
}

/// Compressed data that are damaged may show it further on only.
void StrokeReader::requireIntact() {
  constexpr std::size_t kLookedAt = 256U << 20U;
  InflatedPart part;
  for (std::size_t looked = 0; looked < kLookedAt; looked += part.size())
    if (m_source.read(part) < part.size()) return;
}

std::vector<PenDigit> loadStrokeFile(const std::filesystem::path& file) {
  StrokeReader reader(file);
  std::vector<PenDigit> digits;
  std::size_t strokes = 0;
  std::size_t points = 0;
  const auto require = [&](std::size_t count, std::size_t most, const char* what) {
    if (count > most)
      throw Error(file.string() + ": expected at most " + std::to_string(most) + " " + what +
                  ", found more.");
  };
  while (auto digit = reader.next()) {
    strokes += digit->ink.size();
    for (const Stroke& stroke : digit->ink) points += stroke.points.size();
    digits.push_back(std::move(*digit));
    require(digits.size(), kMostPenDigits, "digits");
    require(strokes, kMaximumAllStrokes, "strokes");
    require(points, kMaximumAllPoints, "points");
  }
  return digits;
}

std::string strokeLine(const PenDigit& digit) {
  std::string line = std::to_string(digit.label) + ' ' + digit.source + ' ' + digit.writer + ' ' +
                     std::to_string(digit.rate) + ' ' + std::to_string(digit.ink.size());
  for (const Stroke& stroke : digit.ink) {
    line += ' ' + std::to_string(stroke.points.size());
    for (const InkPoint& point : stroke.points) {
      line += ' ' + std::to_string(std::lround(point.x));
      line += ' ' + std::to_string(std::lround(point.y));
    }
  }
  return line + '\n';
}

}  // namespace inkling
