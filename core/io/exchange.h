// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/model.h"

#include <filesystem>

namespace inkling {

// Weights for and from other programs. All writing is all or nothing, see io/atomicfile.h.

/// All parameters and statistics under their names ("layers.0.weight"), for numpy.load.
INKLING_CORE_API void exportNpz(const std::filesystem::path& file, const Model& model);

/// The same as .safetensors, without Inkling's own metadata.
INKLING_CORE_API void exportSafetensors(const std::filesystem::path& file, const Model& model);

/// A network of one dense layer as two arrays: W of inputs × classes and b of 1 × classes, so that
/// logits are x·W + b. Throws Error for any other network.
INKLING_CORE_API void exportPair(const std::filesystem::path& weightFile,
                                 const std::filesystem::path& biasFile, const Model& model);

/// Reads such a pair; b may also be flat. Inputs must be the pixels of a square image, scaled to 0
/// … 1. Throws Error.
INKLING_CORE_API Model importPair(const std::filesystem::path& weightFile,
                                  const std::filesystem::path& biasFile);

/// Weights from a .npz or .safetensors file for the network of `recipe`: the same names and shapes
/// as exported. Throws Error.
INKLING_CORE_API Model importWeights(const std::filesystem::path& file, const Recipe& recipe,
                                     Shape input = {28, 28, 1},
                                     std::vector<std::string> classNames = {});

}  // namespace inkling
