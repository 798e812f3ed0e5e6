// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/network.h"

namespace inkling {

// Changes of a copy: the network given is never touched.

/// What one unit of a dense layer or one channel of a convolution gives (weights and bias) times
/// `factor`: −1 flips it, 0 switches it off. Throws Error if there is no such unit.
INKLING_CORE_API Network<float> withUnitScaled(const Network<float>& network, int layer, int unit,
                                               double factor);

/// The kernel from one input channel to one output channel of a convolution times `factor`. Throws
/// Error if there is no such kernel.
INKLING_CORE_API Network<float> withKernelScaled(const Network<float>& network, int layer, int unit,
                                                 int input, double factor);

/// All weights and biases of a layer times `factor`. Throws Error if it has none.
INKLING_CORE_API Network<float> withLayerScaled(const Network<float>& network, int layer,
                                                double factor);

/// The `share` (0 … 1) of all weights of dense layers and convolutions that are smallest in size
/// set to 0 (magnitude pruning, LeCun et al. 1990); biases stay.
INKLING_CORE_API Network<float> pruned(const Network<float>& network, double share);

}  // namespace inkling
