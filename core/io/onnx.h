// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/model.h"

#include <filesystem>

namespace inkling {

/// False if the library was built without the ONNX package; exportOnnx() then throws Error.
INKLING_CORE_API bool canExportOnnx();

/// The network as an ONNX file (https://onnx.ai, opset 13): input "image", N×1×height×width floats
/// of 0 … 1 with any N; output "probabilities", N×classes. Pixel scaling and softmax are in the
/// graph, dropout is not. All or nothing, see io/atomicfile.h. Throws Error.
INKLING_CORE_API void exportOnnx(const std::filesystem::path& file, const Model& model);

}  // namespace inkling
