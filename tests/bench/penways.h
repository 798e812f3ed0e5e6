// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/strokefile.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <set>
#include <string>
#include <vector>

// Recorded pen digits written anew on a canvas of 280×280, in several sizes and places.
namespace inkling::bench {

constexpr float kCanvas = 280;
constexpr float kBox = 500;  // side of the recorded writing box
constexpr std::size_t kHeldOut = 10;

struct Way {
  const char* name;
  float size;
  float x, y;   // of the canvas' side
  int every;    // of the points
  float brush;  // of a picture of it, dark on light; 0: as strokes
};

constexpr Way kWays[] = {
    {"whole canvas", 1, 0, 0, 1, 0},
    {"60 %", 0.6F, 0.2F, 0.2F, 1, 0},
    {"30 %", 0.3F, 0.35F, 0.35F, 1, 0},
    {"30 %, top left", 0.3F, 0, 0, 1, 0},
    {"60 %, bottom right", 0.6F, 0.4F, 0.4F, 1, 0},
    {"every 4th point", 1, 0, 0, 4, 0},
    {"30 %, every 4th point", 0.3F, 0.35F, 0.35F, 4, 0},
    {"picture, pen of 20", 1, 0, 0, 1, 20},
    {"picture, pen of 8", 1, 0, 0, 1, 8},
    {"60 %, picture, pen of 20", 0.6F, 0.2F, 0.2F, 1, 20},
    {"60 %, picture, pen of 12", 0.6F, 0.2F, 0.2F, 1, 12},
    {"30 %, picture, pen of 6", 0.3F, 0.35F, 0.35F, 1, 6},
};

inline int writerNumber(const std::string& writer) {
  const auto digit =
      std::find_if(writer.begin(), writer.end(), [](unsigned char c) { return std::isdigit(c); });
  return std::atoi(std::string(digit, writer.end()).c_str());
}

// Only the ten writers with the highest numbers, or all the others.
inline void keepWriters(std::vector<PenDigit>& digits, bool heldOut) {
  std::set<int, std::greater<>> writers;
  for (const PenDigit& digit : digits) writers.insert(writerNumber(digit.writer));
  auto last = writers.begin();
  std::advance(last, std::min(kHeldOut, writers.size()));
  const std::set<int> held(writers.begin(), last);
  std::erase_if(digits, [&](const PenDigit& digit) {
    return held.contains(writerNumber(digit.writer)) != heldOut;
  });
}

// Whole pixels, as a mouse gives them.
inline Ink replay(const Ink& ink, const Way& way) {
  Ink replayed;
  for (const Stroke& stroke : ink) {
    Stroke drawn;
    for (std::size_t i = 0; i < stroke.points.size(); ++i) {
      if (i % static_cast<std::size_t>(way.every) != 0 && i + 1 != stroke.points.size()) continue;
      InkPoint p = stroke.points[i];
      p.x = std::round(kCanvas * (p.x / kBox * way.size + way.x));
      p.y = std::round(kCanvas * (p.y / kBox * way.size + way.y));
      drawn.points.push_back(p);
    }
    replayed.push_back(std::move(drawn));
  }
  return replayed;
}

}  // namespace inkling::bench
