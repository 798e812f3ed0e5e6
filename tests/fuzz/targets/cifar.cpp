// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/data/cifarset.h"
#include "tests/fuzz/inputfile.h"
#include "tests/fuzz/target.h"

using namespace inkling;

INKLING_FUZZ(cifar) {
  const DataPlace place = placeAt(fuzz::fileOf(input));
  if (!recognisesCifar(place)) throw Error("It is no file of CIFAR.");
  const FoundData found = readCifar(place, {});
  fuzz::check(found.train.pixels.size() == found.train.labels.size() * 32 * 32 * 3,
              "there are as many values as pixels");
  for (const Label label : found.train.labels)
    fuzz::check(label < found.classNames.size(), "labels are of the classes");
}
