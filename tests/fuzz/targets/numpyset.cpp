// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/numpyset.h"

#include "tests/fuzz/inputfile.h"
#include "tests/fuzz/target.h"

using namespace inkling;

// The input is a file of one array, which lacks its partner, or an archive with a set.
INKLING_FUZZ(numpyset) {
  const DataPlace place = placeAt(fuzz::fileOf(input));
  if (!recognisesNumpy(place)) return;
  const FoundData found = readNumpy(place, {});
  for (const Dataset* set : {&found.train, &found.test}) {
    fuzz::check(set->pixels.size() == static_cast<std::size_t>(set->count()) *
                                          static_cast<std::size_t>(set->shape().size()),
                "there are as many pixels as the images have");
    for (const Label label : set->labels)
      fuzz::check(label < kMostClasses, "labels are of classes");
  }
}
