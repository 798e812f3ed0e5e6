// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/strokefile.h"

#include "core/base/error.h"
#include "core/data/gzip.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace inkling {
namespace {

constexpr std::size_t kMaximumBytes = 256U << 20;
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

std::string readText(const std::filesystem::path& file) {
  ByteSource source(file);
  std::string text;
  std::array<std::uint8_t, 1U << 16> block;
  while (const std::size_t count = source.read(block)) {
    text.append(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(count));
    if (text.size() > kMaximumBytes)
      throw Error(file.string() + ": expected at most 256 MiB of strokes, found more.");
  }
  return text;
}

}  // namespace

std::vector<PenDigit> parseStrokes(const std::string& text, const std::string& source) {
  std::vector<PenDigit> digits;
  const std::string_view all(text);
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const std::string_view line = all.substr(begin, end - begin);
    ++number;
    if (line.find_first_not_of(" \t\r") != std::string_view::npos)
      digits.push_back(readDigit(line, source + ", line " + std::to_string(number)));
    begin = end + 1;
  }
  if (digits.empty()) throw Error(source + ": expected a digit on every line, found none.");
  return digits;
}

std::vector<PenDigit> loadStrokeFile(const std::filesystem::path& file) {
  return parseStrokes(readText(file), file.string());
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
