// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataformat.h"

#include <vector>

namespace inkling {

/// A file of digits as the pen wrote them: the user's own (core/io/personalset.h), of which those
/// that are held out are for testing, or a stroke file (core/ink/strokefile.h). They become images
/// as what is drawn on the canvas does.
INKLING_CORE_API bool recognisesStrokes(const DataPlace& place);
INKLING_CORE_API std::vector<DataChoice> strokeChoices(const DataPlace& place);
INKLING_CORE_API FoundData readStrokes(const DataPlace& place, const DataReading& reading);

}  // namespace inkling
