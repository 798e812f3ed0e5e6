// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text.h"

#include "core/base/utf8.h"

#include <cmath>
#include <iostream>

namespace inkling::cli {

std::string percent(double share) { return fixed(100 * share, 2) + " %"; }

std::string rightAligned(const std::string& text, int width) {
  const std::string shown = cutTo(text, width - 1);
  return std::string(static_cast<std::size_t>(width - columnsOf(shown)), ' ') + shown;
}

std::string duration(double seconds) {
  if (seconds < 10) return fixed(seconds, 2) + " s";
  const long whole = std::lround(seconds);
  if (whole < 60) return std::to_string(whole) + " s";
  const auto two = [](long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  if (whole < 3600) return std::to_string(whole / 60) + " min " + two(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + two(whole / 60 % 60) + " min";
}

namespace {

std::string outline(const LayerSpec& layer) {
  switch (layer.kind) {
    case LayerKind::Dense:
      return std::to_string(layer.units);
    case LayerKind::Conv2d:
      return std::to_string(layer.units) + "C" + std::to_string(layer.kernel);
    case LayerKind::MaxPool2d:
      return "P" + std::to_string(layer.kernel);
    case LayerKind::Dropout:
      return "drop" + fixed(layer.rate, 2);
    case LayerKind::BatchNorm:
      return "BN";
    default:
      return {};
  }
}

}  // namespace

std::string outline(const Recipe& recipe, Shape input) {
  const bool flat = recipe.layers.empty() || recipe.layers.front().kind == LayerKind::Dense ||
                    recipe.layers.front().kind == LayerKind::Flatten;
  std::string text = std::to_string(input.size());
  if (!flat) {
    text = std::to_string(input.height) + "x" + std::to_string(input.width);
    if (input.channels > 1) text += "x" + std::to_string(input.channels);
  }
  for (const LayerSpec& layer : recipe.layers) {
    const std::string part = outline(layer);
    if (!part.empty()) text += "-" + part;
  }
  return text;
}

Json scoreJson(const Score& score) {
  if (score.count == 0) return nullptr;
  return Json{{"accuracy", score.accuracy}, {"loss", score.loss}, {"count", score.count}};
}

void printLine(const Json& object) {
  // A file name need not be UTF-8: what is not is replaced, instead of ending the program.
  std::cout << object.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl;
}

}  // namespace inkling::cli
