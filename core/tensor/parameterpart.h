// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/types.h"

namespace inkling {

/// Elements of a parameter: `columns` runs of `rows` elements, `stride` apart.
struct ParameterPart {
  Index begin = 0;
  Index rows = 0;
  Index columns = 1;
  Index stride = 0;
};

}  // namespace inkling
