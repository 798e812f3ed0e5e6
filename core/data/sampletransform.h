// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace inkling {

/// Changes images for training. A pure function of its arguments, so any thread can make any sample
/// at any time. Allocates nothing.
class SampleTransform {
public:
  virtual ~SampleTransform() = default;
  /// Writes `image` as it is to be learnt in this epoch into `out`, which is as long. `sample`
  /// tells the samples of an epoch apart: the image's number in the set or, where an epoch may have
  /// an image more than once, the sample's number in the epoch. Returns whether `out` still shows
  /// `label`; false: it shows nothing that is a class, and what is to be learnt is to be sure of
  /// nothing: the same probability for every one.
  virtual bool apply(std::span<const std::uint8_t> image, int label, std::uint32_t epoch,
                     std::uint32_t sample, std::span<std::uint8_t> out) const = 0;
};

}  // namespace inkling
