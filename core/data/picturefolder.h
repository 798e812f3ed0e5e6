// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataformat.h"

#include <vector>

namespace inkling {

/// A folder for each class, or one folder with labels.csv; see picturelist.h.
INKLING_CORE_API bool recognisesPictures(const DataPlace& place);
INKLING_CORE_API std::vector<DataChoice> pictureChoices(const DataPlace& place);

/// Pictures of one size stay as they are, if no side has more than 256 pixels; else each is scaled
/// to fit into 28×28 pixels, in colour into 32×32. In colour if more than one in fifty is. A few
/// that cannot be read are left out, and a note says so; more than a tenth is an Error.
INKLING_CORE_API FoundData readPictures(const DataPlace& place, const DataReading& reading);

}  // namespace inkling
