// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"

#include <array>
#include <charconv>

namespace inkling {
namespace {

std::string printed(double value, std::chars_format format, int digits) {
  std::array<char, 512> text;  // the longest double has 309 digits before the point
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, format, digits).ptr;
  return {text.data(), end};
}

}  // namespace

std::string fixed(double value, int digits) {
  return printed(value, std::chars_format::fixed, digits);
}

std::string significant(double value, int digits) {
  return printed(value, std::chars_format::general, digits);
}

std::string hexText(std::uint64_t value) {
  std::string text(16, '0');
  for (auto digit = text.rbegin(); value != 0; ++digit, value >>= 4)
    *digit = "0123456789abcdef"[value & 15];
  return text;
}

double numberFrom(std::string_view text, std::size_t* used) {
  double value = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value).ptr;
  if (used) *used = static_cast<std::size_t>(end - text.data());
  return value;
}

}  // namespace inkling
