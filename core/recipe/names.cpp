// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/names.h"

#include <array>
#include <string>

namespace inkling {
namespace {

constexpr std::array<std::string_view, 9> kLayers = {
    "dense", "conv2d", "max_pool2d", "relu", "tanh", "sigmoid", "flatten", "dropout", "batch_norm"};
constexpr std::array<std::string_view, 8> kInits = {
    "zeros",      "normal",        "uniform",        "he_normal",
    "he_uniform", "xavier_normal", "xavier_uniform", "fan_in_uniform"};
constexpr std::array<std::string_view, 5> kOptimizers = {"sgd", "momentum", "nesterov", "adam",
                                                         "adamw"};
constexpr std::array<std::string_view, 4> kSchedules = {"constant", "step", "cosine", "one_cycle"};
constexpr std::array<std::string_view, 5> kPreparations = {"digits", "glyphs", "photo", "none",
                                                           "auto"};
constexpr std::array<std::string_view, 3> kBalances = {"none", "sampling", "weights"};
constexpr std::array<std::string_view, 3> kTrainLimits = {"all", "count", "first"};
constexpr std::array<std::string_view, 4> kHeldOut = {"default", "count", "share", "last"};

template <typename Kind>
std::string nameOf(Kind kind) {
  return std::string(namesOf(kind)[static_cast<std::size_t>(kind)]);
}

}  // namespace

std::span<const std::string_view> namesOf(LayerKind) { return kLayers; }
std::span<const std::string_view> namesOf(InitKind) { return kInits; }
std::span<const std::string_view> namesOf(OptimizerKind) { return kOptimizers; }
std::span<const std::string_view> namesOf(ScheduleKind) { return kSchedules; }
std::span<const std::string_view> namesOf(Preparation) { return kPreparations; }
std::span<const std::string_view> namesOf(ClassBalance) { return kBalances; }
std::span<const std::string_view> namesOf(TrainLimit::Kind) { return kTrainLimits; }
std::span<const std::string_view> namesOf(HeldOut::Kind) { return kHeldOut; }

std::string toString(LayerKind kind) { return nameOf(kind); }
std::string toString(InitKind kind) { return nameOf(kind); }
std::string toString(OptimizerKind kind) { return nameOf(kind); }
std::string toString(ScheduleKind kind) { return nameOf(kind); }
std::string toString(Preparation preparation) { return nameOf(preparation); }
std::string toString(ClassBalance balance) { return nameOf(balance); }

}  // namespace inkling
