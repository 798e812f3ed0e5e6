// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/model.h"

#include <filesystem>
#include <string>

namespace inkling {

enum class ExportFormat { Onnx, Npz, Safetensors };

/// By the file's extension; throws Error, listing the extensions there are.
INKLING_CORE_API ExportFormat exportFormat(const std::filesystem::path& file);

/// Writes the model in the format of the file's extension. Throws Error.
INKLING_CORE_API void exportModel(const std::filesystem::path& file, const Model& model);

/// About ten lines of Python that read `file` and use the network, ready to be run.
INKLING_CORE_API std::string pythonSnippet(ExportFormat format, const std::filesystem::path& file);

}  // namespace inkling
