// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/controlpath.h"

namespace inkling {
namespace {

// A whole number, after spaces.
float readNumber(const char*& text) {
  while (*text == ' ') ++text;
  const bool negative = *text == '-';
  if (negative) ++text;
  int number = 0;
  for (; *text >= '0' && *text <= '9'; ++text) number = 10 * number + (*text - '0');
  return static_cast<float>(negative ? -number : number);
}

}  // namespace

ControlPath parseTemplate(const char* text) {
  ControlPath path;
  path.push_back({});
  while (*text != '\0') {
    const float x = readNumber(text);
    const float y = readNumber(text);
    const bool corner = *text == '^';
    path.back().push_back({x, y, corner});
    if (corner) ++text;
    while (*text == ' ' || *text == ',') ++text;
    if (*text != '/') continue;
    path.push_back({});
    ++text;
  }
  return path;
}

}  // namespace inkling
