// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/raster.h"

namespace inkling {

/// The picture scaled, its sides in proportion, so that it just fits into width×height pixels, and
/// centred there; what it leaves free has the median colour of its border. Shrinks by the mean over
/// the area of each new pixel, enlarges linearly.
INKLING_CORE_API Raster fitted(const Raster& raster, int width, int height);

}  // namespace inkling
