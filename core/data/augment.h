// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/recipe/augmentspec.h"

#include <cstdint>
#include <span>

namespace inkling {

/// Changes one 28×28 training image (row by row, 0 paper … 255 ink) as `spec` says into `out`: a
/// pure function of its arguments, so any thread can make any sample at any time. Images of another
/// size are copied. Allocates nothing. Returns whether `out` still shows `label`; false: it shows
/// no digit (spec.scribbles), and what is to be learnt is to be sure of nothing: the same
/// probability for every class.
INKLING_CORE_API bool augmentImage(std::span<const std::uint8_t> image, int label,
                                   const AugmentSpec& spec, std::uint64_t seed, std::uint32_t epoch,
                                   std::uint32_t sample, std::span<std::uint8_t> out);

}  // namespace inkling
