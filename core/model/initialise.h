// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer.h"

#include <cstdint>

namespace inkling {

/// Draws a layer's parameters as its spec says (see InitKind). A pure function of (seed, index);
/// the same numbers in float and double, but for rounding. Batch norm starts at γ = 1, β = 0.
template <typename Scalar>
void initialiseLayer(Layer<Scalar>& layer, std::uint64_t seed, std::uint32_t index);

}  // namespace inkling
