// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/train/trainer.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace inkling {

/// A model file: one .safetensors file with tensors "layers.0.weight" (dense: outputs × inputs;
/// conv2d: outputs × kernel × kernel × inputs), "layers.0.bias", …, and the metadata entry
/// "inkling" (JSON: format version, recipe, class names, fingerprint of the data, preparation of
/// ink, history, position). "batches" is the course of its training (step, loss, accuracy; absent
/// if there is none). A checkpoint also has
/// "optimizer.<slot>.<parameter>", "average.<parameter>" if the recipe averages, and
/// "kept.<parameter>" where a diverging run would return to other weights (absent in files of older
/// versions). Equal runs give equal bytes.
struct ModelFile {
  Model model;
  std::optional<TrainingState> state;  ///< present if training can be continued exactly
};

/// All or nothing: temporary file beside it, write, fsync, rename, fsync of the folder. Throws
/// Error; the old file then stands as it was.
INKLING_CORE_API void saveModel(const std::filesystem::path& file, const Model& model);
INKLING_CORE_API void saveCheckpoint(const std::filesystem::path& file,
                                     const Checkpoint& checkpoint);

/// Trusts nothing: all sizes are checked before anything is allocated. Throws Error.
INKLING_CORE_API ModelFile loadModel(const std::filesystem::path& file);
/// The same of a file's bytes; `source` is named in errors.
INKLING_CORE_API ModelFile decodeModel(std::span<const char> bytes, const std::string& source);

}  // namespace inkling
