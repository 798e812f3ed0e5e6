// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/safetensors.h"

#include "tests/fuzz/target.h"

using namespace inkling;

INKLING_FUZZ(safetensors) {
  const std::vector<char> bytes = encodeSafetensors(decodeSafetensors(input, "The file"));
  fuzz::check(encodeSafetensors(decodeSafetensors(bytes, "What was written")) == bytes,
              "tensors that were written are read as they were");
}
