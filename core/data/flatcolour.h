// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace inkling {

// Colour images as rows of values: pixel after pixel, or channel after channel.

/// The square images that have so many values: of one channel, or of three. Nothing if there are
/// none of up to 256 pixels a side.
INKLING_CORE_API std::optional<Shape> flatShape(std::uint64_t values);

/// Whether `pixels`, images of that shape, stand channel after channel, as CIFAR's do: then the
/// rows of the channels are more like the rows below them than the rows of pixels would be.
INKLING_CORE_API bool isChannelsFirst(std::span<const std::uint8_t> pixels, Shape shape);

/// From (image, channel, pixel) to (image, pixel, channel), in place.
INKLING_CORE_API void putChannelsLast(std::span<std::uint8_t> pixels, Shape shape);

/// Puts the channels of a set that was read from rows of values last, if they do not stand so in
/// `train`. Returns a sentence that says so; else nothing.
INKLING_CORE_API std::string orderFlatColour(Dataset& train, Dataset& test);

}  // namespace inkling
