// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"

#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace inkling {

/// Both ends are allowed.
struct Range {
  double low;
  double high;
};

/// Characters; if there are choices, one of them.
struct Text {
  std::size_t shortest;
  std::size_t longest;
  std::span<const std::string_view> choices = {};
};

/// Of a list.
struct Items {
  std::size_t most;
};

inline constexpr Range kCount{0, 10'000'000};
inline constexpr Range kEpochs{1, 100'000};
inline constexpr Range kRate{1e-12, 1000};
inline constexpr Range kShare{0, 1};
inline constexpr Range kPart{0, 0.99};
inline constexpr Range kDecay{0, 0.999999};
inline constexpr Range kAny{-1e30, 1e30};
inline constexpr std::string_view kQuantities[] = {"test_accuracy", "test_loss", "train_loss",
                                                   "train_accuracy"};

/// Written as null, or as an object with the one field that was chosen.
template <typename S>
concept Choice = std::same_as<S, TrainLimit> || std::same_as<S, HeldOut>;

template <typename S, typename T>
concept Is = std::same_as<std::remove_const_t<S>, T>;

/// "0.05", "60000": the shortest text that reads back as the same number.
std::string numberText(double value);
/// "0 … 1"
std::string rangeText(Range range);
/// "at most 256 items"
std::string itemsText(Items items);
/// "adam, adamw or sgd"
std::string choiceText(std::span<const std::string_view> names);
/// Path of a field inside another: "layers[2]" and "units" make "layers[2].units".
std::string fieldPath(const std::string& parent, std::string_view name);
std::string itemPath(const std::string& parent, std::size_t index);

/// The fields of a recipe that are out of their range; shapes are not looked at.
std::vector<Problem> fieldProblems(const Recipe& recipe);

}  // namespace inkling
