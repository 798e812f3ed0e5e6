// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/labels.h"
#include "core/data/dataplace.h"
#include "core/data/datareading.h"

#include <string>
#include <vector>

namespace inkling {

/// The pictures of a folder and of what each is. Nothing of them is read yet.
struct PictureList {
  struct Entry {
    std::filesystem::path file;
    Label label = 0;
    bool test = false;
  };
  std::vector<Entry> entries;
  std::vector<std::string> classNames;
  std::vector<std::string> notes;  ///< sentences: what was left out, or taken to be what
  bool byClass = false;            ///< they stand class by class
};

/// Whether there are pictures in the folder, or in folders in it. By their names, or where those
/// say nothing, by their first bytes.
INKLING_CORE_API bool holdsPictures(const DataPlace& place);

/// The pictures of class folders, or those that labels.csv lists, with or without folders for
/// training and testing above. Hidden and foreign files are left out. Throws Error if nothing says
/// what the pictures show, or if the classes are not 2 … 1,000.
INKLING_CORE_API PictureList listPictures(const DataPlace& place, const DataReading& reading);

}  // namespace inkling
