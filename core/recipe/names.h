// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/dataspec.h"
#include "core/recipe/layerspec.h"
#include "core/recipe/optimizerspec.h"

#include <span>
#include <string_view>

namespace inkling {

/// The names that recipe files use for the values of an enumeration, in its order. The argument
/// only tells the enumerations apart.
std::span<const std::string_view> namesOf(LayerKind kind);
std::span<const std::string_view> namesOf(InitKind kind);
std::span<const std::string_view> namesOf(OptimizerKind kind);
std::span<const std::string_view> namesOf(ScheduleKind kind);
std::span<const std::string_view> namesOf(Preparation preparation);
std::span<const std::string_view> namesOf(ClassBalance balance);
/// The first one says that nothing was chosen; the others are names of fields.
std::span<const std::string_view> namesOf(TrainLimit::Kind kind);
std::span<const std::string_view> namesOf(HeldOut::Kind kind);

}  // namespace inkling
