// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace inkling {
namespace {

struct Character {
  char32_t code = 0;
  std::size_t size = 0;  ///< bytes; 0: not well-formed
};

/// The character that a text, which is not empty, begins with.
Character firstOf(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) < 0x80) return {byte(0), 1};
  const std::size_t size = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
  constexpr std::array<char32_t, 5> kLowest = {0, 0, 0x80, 0x800, 0x10000};
  if (byte(0) < 0xC0 || byte(0) > 0xF4 || text.size() < size) return {};
  char32_t code = byte(0) & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    code = code << 6 | (byte(i) & 0x3F);
  }
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < kLowest[size] || code > 0x10FFFF || surrogate) return {};
  return {code, size};
}

int columnsOf(char32_t code) {
  struct Range {
    char32_t first, last;
  };
  // Unicode's East Asian Width, classes W and F, in blocks.
  constexpr std::array<Range, 10> kWide = {{{0x1100, 0x115F},
                                            {0x2E80, 0x303E},
                                            {0x3041, 0xA4CF},
                                            {0xAC00, 0xD7A3},
                                            {0xF900, 0xFAFF},
                                            {0xFE30, 0xFE6F},
                                            {0xFF00, 0xFF60},
                                            {0xFFE0, 0xFFE6},
                                            {0x1F300, 0x1FAFF},
                                            {0x20000, 0x3FFFD}}};
  constexpr std::array<Range, 4> kCombining = {
      {{0x0300, 0x036F}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}};
  const auto holds = [code](Range range) { return code >= range.first && code <= range.last; };
  if (std::ranges::any_of(kCombining, holds)) return 0;
  return std::ranges::any_of(kWide, holds) ? 2 : 1;
}

}  // namespace

bool isUtf8(std::string_view text) {
  while (!text.empty()) {
    const Character first = firstOf(text);
    if (first.size == 0) return false;
    text.remove_prefix(first.size);
  }
  return true;
}

std::u32string charactersOf(std::string_view text) {
  std::u32string characters;
  while (!text.empty()) {
    const Character first = firstOf(text);
    if (first.size > 0) characters += first.code;
    text.remove_prefix(std::max<std::size_t>(first.size, 1));
  }
  return characters;
}

std::string utf8Of(std::u32string_view characters) {
  constexpr std::array<char32_t, 4> kFirst = {0, 0xC0, 0xE0, 0xF0};
  std::string text;
  for (const char32_t code : characters) {
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) continue;
    const unsigned more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    text += static_cast<char>(kFirst[more] | code >> (6 * more));
    for (unsigned b = more; b-- > 0;) text += static_cast<char>(0x80 | (code >> (6 * b) & 0x3F));
  }
  return text;
}

std::string_view withoutMark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

int columnsOf(std::string_view text) {
  int columns = 0;
  while (!text.empty()) {
    const Character first = firstOf(text);
    columns += first.size == 0 ? 1 : columnsOf(first.code);
    text.remove_prefix(std::max<std::size_t>(first.size, 1));
  }
  return columns;
}

std::string cutTo(std::string_view text, int columns) {
  std::size_t end = 0;
  while (end < text.size()) {
    const Character next = firstOf(text.substr(end));
    columns -= next.size == 0 ? 1 : columnsOf(next.code);
    if (columns < 0) break;
    end += std::max<std::size_t>(next.size, 1);
  }
  return std::string(text.substr(0, end));
}

}  // namespace inkling
