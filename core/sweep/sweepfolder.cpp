// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sweep/sweepfolder.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/atomicfile.h"

namespace inkling {

void SweepFolder::create() const {
  for (const char* name : {"trials", "models", "claims"}) makeFolder(root / name);
}

void SweepFolder::saveSpec(const SweepSpec& spec) const {
  create();
  writeFileAtomically(sweepFile(), toJson(spec));
}

SweepSpec SweepFolder::loadSpec() const {
  if (!isThere(sweepFile()))
    throw Error(root.string() + " holds no sweep: there is no file sweep.json in it.");
  return loadSweep(sweepFile(), {});
}

}  // namespace inkling
