// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/sampletransform.h"
#include "core/recipe/augmentspec.h"

#include <cstdint>
#include <span>

namespace inkling {

/// Changes 28×28 images of digits (row by row, 0 paper … 255 ink) as a recipe says; those of
/// another size are copied. Where it makes scribbles (AugmentSpec::scribbles) no label is left.
class INKLING_CORE_API Augmentation final : public SampleTransform {
public:
  Augmentation(const AugmentSpec& spec, std::uint64_t seed) : m_spec(spec), m_seed(seed) {}
  bool apply(std::span<const std::uint8_t> image, int label, std::uint32_t epoch,
             std::uint32_t sample, std::span<std::uint8_t> out) const override;

private:
  AugmentSpec m_spec;
  std::uint64_t m_seed;
};

}  // namespace inkling
