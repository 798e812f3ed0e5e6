// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/cifarset.h"
#include "core/data/csvset.h"
#include "core/data/dataformat.h"
#include "core/data/idxset.h"
#include "core/data/numpyset.h"
#include "core/data/picturefolder.h"
#include "core/io/strokeset.h"

#include <array>

namespace inkling {

// Here, where all of them can be seen: core/data declares the table and asks it, and knows neither
// ink nor the files of digits. Folders of pictures come last, as pictures may lie beside anything.
std::span<const DataFormat> dataFormats() {
  static constexpr std::array kFormats = {
      DataFormat{"IDX", recognisesIdx, idxChoices, readIdx},
      DataFormat{"NumPy", recognisesNumpy, numpyChoices, readNumpy},
      DataFormat{"CIFAR", recognisesCifar, cifarChoices, readCifar},
      DataFormat{"strokes", recognisesStrokes, strokeChoices, readStrokes},
      DataFormat{"CSV", recognisesCsv, csvChoices, readCsv},
      DataFormat{"pictures", recognisesPictures, pictureChoices, readPictures},
  };
  return kFormats;
}

}  // namespace inkling
