// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/npy.h"
#include "tests/fuzz/target.h"

using namespace inkling;

INKLING_FUZZ(npz) {
  const std::vector<char> bytes = encodeNpz(decodeNpz(input, "The file"));
  fuzz::check(encodeNpz(decodeNpz(bytes, "What was written")) == bytes,
              "an archive that was written is read as it was");
}
