// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/weightlayouts.h"

#include "core/base/error.h"

#include <algorithm>

namespace inkling {
namespace {

constexpr WeightLayout kOurs{};
constexpr WeightLayout kTorch{.channelsFirst = true};
constexpr WeightLayout kInputsFirst{.inputsFirst = true};
constexpr WeightLayout kInputsAndChannelsFirst{true, true};

// Every group is called "layers.<i>" after a layer of the recipe that has weights.
bool haveOurNames(const WeightGroups& weights, const Recipe& recipe) {
  return std::ranges::all_of(weights.groups, [&](const WeightGroup& group) {
    for (std::size_t i = 0; i < recipe.layers.size(); ++i) {
      if (group.name == "layers." + std::to_string(i)) return recipe.layers[i].kind == group.kind();
    }
    return false;
  });
}

std::vector<WeightLayout> plainLayouts(const WeightGroups& weights,
                                       std::optional<ChannelOrder> channels) {
  if (std::ranges::count(weights.groups, LayerKind::Conv2d, &WeightGroup::kind) > 0)
    return {kInputsAndChannelsFirst, kTorch, kInputsFirst, kOurs};
  if (channels == ChannelOrder::First) return {kInputsAndChannelsFirst, kTorch};
  return {kInputsFirst, kOurs};
}

// The layout of dense weights that biases show, 1×n for x·W + b and n×1 for W·x + b.
std::optional<bool> inputsFirstByBias(const WeightMatch& match) {
  for (const WeightGroup& group : match.groups) {
    if (!group.bias || group.bias->shape.size() != 2 || group.bias->values.size() < 2) continue;
    return group.bias->shape[0] == 1;
  }
  return {};
}

bool convolves(const WeightMatch& match) {
  return std::ranges::count(match.slots, LayerKind::Conv2d, &WeightSlot::kind) > 0;
}

[[noreturn]] void refuseOrientation(const WeightMatch& match, const std::string& source) {
  const auto dense = std::ranges::find(match.slots, LayerKind::Dense, &WeightSlot::kind);
  const Tensor& weight =
      *match.groups[static_cast<std::size_t>(dense - match.slots.begin())].weight;
  throw Error(source + ": whether " + weight.name + " of " + shapeText(weight.shape) +
              " is inputs × outputs or outputs × inputs cannot be told, since both fit. Save the "
              "biases as rows (1×n) for x·W + b, or as columns (n×1) for W·x + b.");
}

}  // namespace

std::vector<WeightLayout> likelyLayouts(const WeightGroups& weights, const Recipe& recipe, bool own,
                                        std::optional<ChannelOrder> channels,
                                        const std::string& source) {
  std::vector<WeightLayout> layouts{kTorch, kOurs};
  if (own) {
    layouts = {kOurs};
  } else if (weights.names == WeightNames::Plain) {
    layouts = plainLayouts(weights, channels);
  } else if (haveOurNames(weights, recipe)) {
    layouts = {kOurs, kTorch};
  }
  if (channels) {
    std::erase_if(layouts, [&](WeightLayout layout) {
      return layout.channelsFirst != (*channels == ChannelOrder::First);
    });
  }
  if (layouts.empty()) throw Error(source + " was written by Inkling: its channels come last.");
  return layouts;
}

WeightMatch likeliest(std::vector<WeightMatch> matches, const std::string& source) {
  WeightMatch& first = matches.front();
  const auto turned = std::ranges::find_if(matches, [&](const WeightMatch& match) {
    return match.layout.inputsFirst != first.layout.inputsFirst &&
           match.layout.channelsFirst == first.layout.channelsFirst;
  });
  if (turned == matches.end()) return std::move(first);
  const auto inputsFirst = inputsFirstByBias(first);
  if (!inputsFirst) refuseOrientation(first, source);
  return std::move(*inputsFirst == first.layout.inputsFirst ? first : *turned);
}

bool assumesChannels(const std::vector<WeightMatch>& matches, const WeightMatch& chosen,
                     WeightNames names) {
  const bool torch = names == WeightNames::Dotted && chosen.layout.channelsFirst;
  if (torch || !channelsMatter(chosen.slots)) return false;
  return !convolves(chosen) || std::ranges::any_of(matches, [&](const WeightMatch& match) {
    return match.layout.channelsFirst != chosen.layout.channelsFirst;
  });
}

}  // namespace inkling
