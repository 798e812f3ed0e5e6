// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataformat.h"

#include <vector>

namespace inkling {

/// Sets in NumPy's files: a .npz archive with arrays of images and labels, or files of one array
/// each that belong together by their names (.npy, or .npz of one array, as Kuzushiji-49 comes).
/// What an array is, its name says (core/data/partname.h): "x_train", "train_images", "labels", …;
/// those for validation are left out. Of a folder, files called .npy or .npz are looked at. One of
/// several sets is chosen by a file of it.
INKLING_CORE_API bool recognisesNumpy(const DataPlace& place);
INKLING_CORE_API std::vector<DataChoice> numpyChoices(const DataPlace& place);
INKLING_CORE_API FoundData readNumpy(const DataPlace& place, const DataReading& reading);

}  // namespace inkling
