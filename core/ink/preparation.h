// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/data/raster.h"
#include "core/ink/ink.h"
#include "core/recipe/dataspec.h"

#include <cstdint>
#include <vector>

namespace inkling {

/// The image of that shape that a network is given of a picture. Digits and Glyphs: one sign, found
/// and fitted into the middle (see normaliseImage()); zeros if nothing is on the paper. Photo: the
/// whole picture scaled to fit, zeros beside it. None: the picture as it is. Colours become grey or
/// grey three equal channels, as the shape wants it. Throws Error if the size is another one and
/// nothing is to be prepared.
INKLING_CORE_API std::vector<std::uint8_t> prepare(const Raster& picture, Preparation how,
                                                   Shape shape,
                                                   const NormaliseOptions& options = {});

/// … of a drawing: Digits and Glyphs as renderGlyph(), Photo and None as it stands on the canvas.
INKLING_CORE_API std::vector<std::uint8_t> prepare(const Ink& ink, Preparation how, Shape shape,
                                                   const NormaliseOptions& options = {});

/// How pictures must be prepared for networks that are trained on a set: Photo for colours and for
/// images that fill their frame, Digits for the digits 0 … 9, else Glyphs.
INKLING_CORE_API Preparation preparationFor(const DataSource& source);

/// The values of a picture in one channel.
INKLING_CORE_API GreyImage toGrey(const Raster& picture);

}  // namespace inkling
