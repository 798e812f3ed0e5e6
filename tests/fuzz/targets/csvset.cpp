// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/csvset.h"

#include "tests/fuzz/inputfile.h"
#include "tests/fuzz/target.h"

using namespace inkling;

// The input is a table with an image a line.
INKLING_FUZZ(csvset) {
  const DataPlace place = placeAt(fuzz::fileOf(input));
  if (!recognisesCsv(place)) return;
  const FoundData found = readCsv(place, {});
  for (const Dataset* set : {&found.train, &found.test}) {
    fuzz::check(set->pixels.size() == static_cast<std::size_t>(set->count()) *
                                          static_cast<std::size_t>(set->shape().size()),
                "there are as many pixels as the images have");
    for (const Label label : set->labels)
      fuzz::check(label < kMostClasses, "labels are of classes");
  }
}
