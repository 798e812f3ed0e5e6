// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/modelfile.h"
#include "tests/fuzz/inputfile.h"
#include "tests/fuzz/smallrun.h"
#include "tests/fuzz/target.h"

using namespace inkling;

// Model files and checkpoints.
INKLING_FUZZ(model) {
  ModelFile file = loadModel(fuzz::fileOf(input));
  fuzz::useModel(std::move(file.model), std::move(file.state));
}
