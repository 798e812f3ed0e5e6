// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/types.h"

namespace inkling {

/// Rows of a parameter that are updated together: a cache line of single precision.
inline constexpr Index kUpdateRows = 16;

/// A block of a parameter, and how its gradient stands.
struct ParameterPart {
  Index row = 0;  ///< a multiple of kUpdateRows
  Index rows = 0;
  Index column = 0;
  Index columns = 1;
  Index gradientStride = 0;  ///< from column to column
};

}  // namespace inkling
