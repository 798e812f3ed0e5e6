// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/tensor/types.h"

namespace inkling {

/// The rotation or reflection R for which R·`places` comes nearest to `reference` (one column a
/// point, both around their means): the orthogonal Procrustes problem (Schönemann 1966). So one
/// map can be turned to look like another.
INKLING_CORE_API Matrix<float> bestRotation(const Matrix<float>& places,
                                            const Matrix<float>& reference);

}  // namespace inkling
