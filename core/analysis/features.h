// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/model/model.h"
#include "core/tensor/types.h"

#include <atomic>
#include <cstdint>
#include <span>

namespace inkling {

/// The layer whose output the last dense layer is given: the network's own view of an image. −1:
/// the input.
INKLING_CORE_API int featureLayer(const Network<float>& network);

/// The first `layers` layers as a network of their own, with their weights.
INKLING_CORE_API Network<float> prefix(const Network<float>& network, int layers);

/// Output of the feature layer for every image of `view`, one column each. Empty if cancelled.
/// threads 0: all cores; the result does not depend on it. Throws Error if the images do not fit.
INKLING_CORE_API Matrix<float> features(const Model& model, const DataView& view, int threads = 0,
                                        const std::atomic<bool>* cancel = nullptr);

/// The same for one image. Throws Error if its size is wrong.
INKLING_CORE_API Vector<float> featuresOf(const Model& model, std::span<const std::uint8_t> image);

}  // namespace inkling
