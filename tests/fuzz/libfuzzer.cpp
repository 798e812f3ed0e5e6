// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// libFuzzer's side: it calls this for every input it thinks of.

#include "core/base/error.h"
#include "tests/fuzz/target.h"

#include <cstdint>

namespace {

inkling::fuzz::Target target = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
  target = inkling::fuzz::chosenTarget({*arguments, static_cast<std::size_t>(*count)});
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    target({reinterpret_cast<const char*>(data), size});
  } catch (const inkling::Error&) {
    return 0;
  }
  return 0;
}
