// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/npy.h"

#include "tests/fuzz/target.h"

using namespace inkling;

INKLING_FUZZ(npy) {
  const Tensor tensor = decodeNpy(input, "The file");
  fuzz::check(sizeOf(tensor.shape) == static_cast<std::int64_t>(tensor.values.size()),
              "an array has as many values as its shape says");
  // Bytes are compared: values may be NaN.
  const std::vector<char> bytes = encodeNpy(tensor);
  fuzz::check(encodeNpy(decodeNpy(bytes, "What was written")) == bytes,
              "an array that was written is read as it was");
}
