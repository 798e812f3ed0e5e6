// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/recipe/optimizerspec.h"

namespace inkling {

/// Factor on the base learning rate: a pure function, so resuming and plotting the planned curve
/// are free. `epochsDone` counts the part of the epoch under way, `epochs` is the plan. One cycle
/// after Smith and Topin 2018 with cosine ramps; cosine after Loshchilov and Hutter 2017.
INKLING_CORE_API double scheduleFactor(const ScheduleSpec& spec, double epochsDone, double epochs);

}  // namespace inkling
