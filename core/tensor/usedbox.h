// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/tensor/types.h"

namespace inkling {

/// Rows [top, bottom) and columns [left, right).
struct Box {
  Index top;
  Index bottom;
  Index left;
  Index right;
};

/// The smallest box that holds all numbers of an image that are not 0; without any, one of no rows
/// and no columns. Images of more than 64 columns are taken in their full width.
template <typename Scalar>
INKLING_CORE_API Box usedBox(const Scalar* image, Index height, Index width);

/// Positions of a square kernel on an image.
struct Positions {
  Index kernel;
  Index stride;
  Index padding;
  Index rows;
  Index columns;
};

/// The positions at which the kernel meets the box, and some columns more if that makes them a
/// multiple of 4: kernels take several together.
INKLING_CORE_API Box reachedBox(const Box& used, const Positions& positions);

}  // namespace inkling
