// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fits.h"

#include "core/base/error.h"

namespace inkling {
namespace {

std::string sides(Shape shape) {
  return std::to_string(shape.height) + "×" + std::to_string(shape.width);
}

std::string counted(int count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

void throwIf(const std::string& sentence) {
  if (!sentence.empty()) throw Error(sentence);
}

}  // namespace

std::string misfit(const Network<float>& network, Shape image) {
  const Shape wanted = network.inputShape();
  if (wanted == image) return {};
  const bool colours = wanted.channels != image.channels;
  return "The network expects images of " + sides(wanted) + " pixels" +
         (colours ? " in " + counted(wanted.channels, "channel") : "") + ", these have " +
         sides(image) + (colours ? " in " + std::to_string(image.channels) : "") + ".";
}

std::string misfit(const Network<float>& network, const DataView& view) {
  if (view.count() == 0) return {};
  const ImageFormat given = formatOf(*view.set);
  if (const std::string sizes = misfit(network, given.shape); !sizes.empty()) return sizes;
  if (network.outputs() == given.classes) return {};
  return "The network knows " + std::to_string(network.outputs()) + " classes, the images have " +
         std::to_string(given.classes) + ".";
}

void requireFits(const Network<float>& network, const DataView& view) {
  throwIf(misfit(network, view));
}

void requireFits(const Network<float>& network, Shape image) { throwIf(misfit(network, image)); }

void requireFits(const Network<float>& network, std::span<const std::uint8_t> image) {
  const Shape wanted = network.inputShape();
  if (static_cast<int>(image.size()) == wanted.size()) return;
  throw Error("The network expects images of " + sides(wanted) + " pixels, which are " +
              std::to_string(wanted.size()) + " values, this one has " +
              std::to_string(image.size()) + ".");
}

void requireClass(const Network<float>& network, int label) {
  if (label >= 0 && label < network.outputs()) return;
  throw Error("The network knows the classes 0 … " + std::to_string(network.outputs() - 1) +
              ", there is no class " + std::to_string(label) + ".");
}

}  // namespace inkling
