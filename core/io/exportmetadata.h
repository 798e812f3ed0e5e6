// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace inkling {

/// What an exported .safetensors says of itself beside its tensors.
struct ExportNote {
  Shape input;
  std::vector<std::string> classNames;
};

/// The metadata: "inkling_weights", the version 1; "input", "28x28x1" for rows, columns and
/// channels; "class_names", a JSON list; "layout", for people: the order of the extents of each
/// kind of weight; and "flatten_order", in which activations become a vector: "rows, columns,
/// channels", the channel running fastest.
std::map<std::string, std::string> exportMetadata(const Model& model);

/// Reads that again; nothing if the file is not one of our exports. Throws Error, naming `source`,
/// if it makes no sense, NewerFormat for a later version.
std::optional<ExportNote> readExportMetadata(const std::map<std::string, std::string>& metadata,
                                             const std::string& source);

}  // namespace inkling
