// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataformat.h"

#include <vector>

namespace inkling {

/// The binary version of CIFAR-10 and CIFAR-100 (Krizhevsky 2009): records of one label, or of a
/// coarse and a fine one, and of 32×32 pixels, all red values before all green and all blue ones.
/// A folder's files are for testing if "test" is in their names. Of CIFAR-100 the fine labels are
/// taken. Names of classes stand in batches.meta.txt or fine_label_names.txt.
INKLING_CORE_API bool recognisesCifar(const DataPlace& place);
INKLING_CORE_API std::vector<DataChoice> cifarChoices(const DataPlace& place);
INKLING_CORE_API FoundData readCifar(const DataPlace& place, const DataReading& reading);

}  // namespace inkling
