// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

namespace inkling {

/// How images of digits stand, as seen from how MNIST's stand.
enum class Orientation { Upright, Transposed, Mirrored, Rotated };

/// Compares the mean image of every class with that of MNIST's training images. Upright unless
/// another orientation is clearly nearer. For one channel and ten classes, 0 … 9 in their order.
INKLING_CORE_API Orientation orientationOfDigits(const Dataset& set);

}  // namespace inkling
