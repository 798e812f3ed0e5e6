// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensorfile.h"
#include "core/io/weightmatch.h"

namespace inkling {

/// The matched weights under the names and in the layout of our own networks (layers/parameter.h):
/// dense outputs × inputs, convolutions outputs × rows × columns × inputs, and what was flattened
/// with channels first (c·rows·columns + y·columns + x) with channels last ((y·columns +
/// x)·channels + c).
TensorFile arrangedWeights(const WeightMatch& match);

}  // namespace inkling
