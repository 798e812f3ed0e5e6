// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/qtpictures.h"
#include "core/data/datareading.h"

namespace inkling::cli {

/// What this program hands to whatever opens data sets.
inline DataReading dataReading() { return {.pictures = &qtPictures()}; }

}  // namespace inkling::cli
