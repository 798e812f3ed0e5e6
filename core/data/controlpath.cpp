// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/controlpath.h"

#include <cstdlib>

namespace inkling {

ControlPath parseTemplate(const char* text) {
  ControlPath path;
  path.push_back({});
  while (*text != '\0') {
    char* end = nullptr;
    const float x = std::strtof(text, &end);
    const float y = std::strtof(end, &end);
    path.back().push_back({x, y, *end == '^'});
    text = *end == '^' ? end + 1 : end;
    while (*text == ' ' || *text == ',') ++text;
    if (*text != '/') continue;
    path.push_back({});
    ++text;
  }
  return path;
}

}  // namespace inkling
