// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/sampletransform.h"
#include "core/recipe/augmentspec.h"
#include "core/recipe/layerspec.h"

#include <cstdint>
#include <span>

namespace inkling {

/// Changes images as a recipe says: 28×28 images of digits (row by row, 0 paper … 255 ink) in every
/// way, others by rotation, scale, shear, shift, elastic displacement and contrast alone. Where it
/// makes scribbles (AugmentSpec::scribbles) no label is left.
class INKLING_CORE_API Augmentation final : public SampleTransform {
public:
  Augmentation(const AugmentSpec& spec, std::uint64_t seed, Shape shape = {28, 28, 1})
      : m_spec(spec),
        m_seed(seed),
        m_shape(shape) {}
  bool apply(std::span<const std::uint8_t> image, int label, std::uint32_t epoch,
             std::uint32_t sample, std::span<std::uint8_t> out) const override;

private:
  AugmentSpec m_spec;
  std::uint64_t m_seed;
  Shape m_shape;
};

}  // namespace inkling
