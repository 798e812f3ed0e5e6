// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/types.h"

namespace inkling {

/// Elements of a parameter: `columns` runs of `rows` elements, `stride` apart. In its gradient they
/// may be closer together.
struct ParameterPart {
  Index begin = 0;
  Index rows = 0;
  Index columns = 1;
  Index stride = 0;
  Index gradientStride = 0;
};

}  // namespace inkling
