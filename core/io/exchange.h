// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/model.h"

#include <filesystem>

namespace inkling {

// Weights for other programs (io/importweights.h reads them). All writing is all or nothing, see
// io/atomicfile.h. A dense layer is outputs × inputs, a convolution outputs × rows × columns ×
// inputs. What was flattened is in the order of rows, columns, channels, the channel running
// fastest; PyTorch's flatten has the channels first.

/// All parameters and statistics under their names ("layers.0.weight"), for numpy.load.
INKLING_CORE_API void exportNpz(const std::filesystem::path& file, const Model& model);

/// The same as .safetensors, without what Inkling needs to go on training; its metadata have the
/// shape of the images, the names of the classes and the layout, see exportmetadata.h.
INKLING_CORE_API void exportSafetensors(const std::filesystem::path& file, const Model& model);

/// A network of one dense layer as two arrays: W of inputs × classes and b of 1 × classes, so that
/// logits are x·W + b. Throws Error for any other network.
INKLING_CORE_API void exportPair(const std::filesystem::path& weightFile,
                                 const std::filesystem::path& biasFile, const Model& model);

}  // namespace inkling
