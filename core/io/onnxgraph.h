// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/tensorfile.h"
#include "core/model/model.h"

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace inkling {

/// A node of an ONNX graph, with its attributes by name.
struct OnnxNode {
  using Value = std::variant<float, std::int64_t, std::vector<std::int64_t>>;
  std::string type;
  std::vector<std::string> inputs;
  std::string output;
  std::map<std::string, Value> attributes;
};

/// What an ONNX file says, free of its encoding.
struct OnnxGraph {
  static constexpr const char* kInput = "image";
  static constexpr const char* kOutput = "probabilities";
  std::vector<OnnxNode> nodes;
  std::vector<Tensor> constants;                            ///< weights and other floats
  std::map<std::string, std::vector<std::int64_t>> shapes;  ///< constants of whole numbers
};

/// ONNX keeps activations channel first, Inkling channel last: convolution weights are reordered,
/// and what is flattened is first transposed.
INKLING_CORE_API OnnxGraph onnxGraph(const Model& model);

}  // namespace inkling
