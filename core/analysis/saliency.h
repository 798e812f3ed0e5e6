// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/model.h"

#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

namespace inkling {

// All of these throw Error if the image's size is wrong or the network has no such class.

/// Gradient of the logit of class `label` with respect to every pixel (0 paper … 1 ink), row by
/// row (Simonyan et al. 2013): positive where more ink would speak for the class.
INKLING_CORE_API std::vector<float> saliency(const Model& model,
                                             std::span<const std::uint8_t> image, int label);

/// The same for the difference of two logits: what speaks for `label` rather than for `rival`.
INKLING_CORE_API std::vector<float> contrast(const Model& model,
                                             std::span<const std::uint8_t> image, int label,
                                             int rival);

/// How much of the probability of class `label` is lost when a square of `side` pixels is covered
/// with paper (Zeiler and Fergus 2014): for each pixel the mean over all squares that cover it.
/// Positive where the ink (or the paper) is needed. Empty if cancelled.
INKLING_CORE_API std::vector<float> occlusionMap(const Model& model,
                                                 std::span<const std::uint8_t> image, int label,
                                                 int side = 5,
                                                 const std::atomic<bool>* cancel = nullptr);

}  // namespace inkling
