// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/strokeset.h"

#include "core/base/error.h"
#include "tests/fuzz/inputfile.h"
#include "tests/fuzz/target.h"

using namespace inkling;

// A file of digits with strokes, of either kind, as a data set.
INKLING_FUZZ(strokeset) {
  const DataPlace place = placeAt(fuzz::fileOf(input));
  if (!recognisesStrokes(place)) throw Error("It is no file of strokes.");
  const FoundData found = readStrokes(place, {});
  for (const Dataset* part : {&found.train, &found.test}) {
    fuzz::check(part->pixels.size() == part->labels.size() * 28 * 28,
                "there are as many values as pixels");
    for (const Label label : part->labels) fuzz::check(label < 10, "labels are digits");
  }
}
