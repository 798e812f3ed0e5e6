// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/recipe/layerspec.h"

#include <optional>
#include <string>
#include <string_view>

namespace inkling {

/// Whether images can be of that shape: sides of 1 … 256 pixels, 1 or 3 channels.
INKLING_CORE_API bool isImageShape(Shape shape);

/// "28x28x1": rows, columns, channels.
INKLING_CORE_API std::string imageShapeText(Shape shape);

/// Reads that again, also with "×" and without the channels, which are 1 then. Nothing if it is no
/// shape of images.
INKLING_CORE_API std::optional<Shape> imageShapeFrom(std::string_view text);

}  // namespace inkling
