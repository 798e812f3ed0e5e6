// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

namespace inkling {

/// The most this machine can do: single-precision multiply-adds that never leave the registers, on
/// `threads` threads at once (0: all cores), in GFLOP/s (a multiply-add counts two). Takes about
/// `seconds`; the best of several trials. Uses the instruction set the core is compiled for.
INKLING_CORE_API double peakGflops(int threads = 0, double seconds = 0.3);

}  // namespace inkling
