// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/model/network.h"

#include <cstdint>
#include <span>
#include <string>

namespace inkling {

// Whether a network can be given certain images: the one rule, asked by all that takes both.

/// The images that a network is made for.
inline ImageFormat formatOf(const Network<float>& network) {
  return {network.inputShape(), network.outputs()};
}

/// Why a network cannot be given these images, in one plain sentence; empty: they fit. A view
/// without images fits.
INKLING_CORE_API std::string misfit(const Network<float>& network, const DataView& view);
/// The same for a single image, of no known class.
INKLING_CORE_API std::string misfit(const Network<float>& network, Shape image);
inline bool fits(const Network<float>& network, const DataView& view) {
  return misfit(network, view).empty();
}
inline bool fits(const Network<float>& network, Shape image) {
  return misfit(network, image).empty();
}

/// Throw Error with the sentence.
INKLING_CORE_API void requireFits(const Network<float>& network, const DataView& view);
INKLING_CORE_API void requireFits(const Network<float>& network, Shape image);
/// For pixels of which only the number is known.
INKLING_CORE_API void requireFits(const Network<float>& network,
                                  std::span<const std::uint8_t> image);
/// For an output to be explained. Throws Error if the network has no such class.
INKLING_CORE_API void requireClass(const Network<float>& network, int label);

}  // namespace inkling
