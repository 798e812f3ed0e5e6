// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/onnx.h"

#include "core/base/error.h"

#ifdef INKLING_HAS_ONNX

#include "core/base/version.h"
#include "core/io/atomicfile.h"
#include "core/io/modeltensors.h"
#include "core/io/onnxgraph.h"
#include "core/recipe/jsontext.h"

#include <bit>
#include <cstring>
#include <onnx/onnx_pb.h>

namespace inkling {
namespace {

constexpr int kIrVersion = 7;  // the one of ONNX 1.8, which brought opset 13
constexpr int kOpset = 13;

template <typename Number>
std::string littleEndian(const std::vector<Number>& values) {
  static_assert(std::endian::native == std::endian::little);
  std::string bytes(values.size() * sizeof(Number), '\0');
  std::memcpy(bytes.data(), values.data(), bytes.size());
  return bytes;
}

void set(onnx::AttributeProto& attribute, float value) {
  attribute.set_type(onnx::AttributeProto::FLOAT);
  attribute.set_f(value);
}

void set(onnx::AttributeProto& attribute, std::int64_t value) {
  attribute.set_type(onnx::AttributeProto::INT);
  attribute.set_i(value);
}

void set(onnx::AttributeProto& attribute, const std::vector<std::int64_t>& values) {
  attribute.set_type(onnx::AttributeProto::INTS);
  for (const std::int64_t value : values) attribute.add_ints(value);
}

void add(onnx::GraphProto& graph, const OnnxNode& node) {
  onnx::NodeProto& proto = *graph.add_node();
  proto.set_op_type(node.type);
  proto.set_name(node.output);
  for (const std::string& input : node.inputs) proto.add_input(input);
  proto.add_output(node.output);
  for (const auto& [name, value] : node.attributes) {
    onnx::AttributeProto& attribute = *proto.add_attribute();
    attribute.set_name(name);
    std::visit([&](const auto& v) { set(attribute, v); }, value);
  }
}

void add(onnx::GraphProto& graph, const Tensor& tensor) {
  requireFinite(tensor, "The model cannot be exported");
  onnx::TensorProto& proto = *graph.add_initializer();
  proto.set_name(tensor.name);
  proto.set_data_type(onnx::TensorProto::FLOAT);
  for (const int extent : tensor.shape) proto.add_dims(extent);
  proto.set_raw_data(littleEndian(tensor.values));
}

void add(onnx::GraphProto& graph, const std::string& name,
         const std::vector<std::int64_t>& values) {
  onnx::TensorProto& proto = *graph.add_initializer();
  proto.set_name(name);
  proto.set_data_type(onnx::TensorProto::INT64);
  proto.add_dims(static_cast<std::int64_t>(values.size()));
  proto.set_raw_data(littleEndian(values));
}

/// A float tensor of any number of samples.
void describe(onnx::ValueInfoProto& value, const char* name, const std::vector<int>& extents) {
  value.set_name(name);
  onnx::TypeProto::Tensor& type = *value.mutable_type()->mutable_tensor_type();
  type.set_elem_type(onnx::TensorProto::FLOAT);
  type.mutable_shape()->add_dim()->set_dim_param("N");
  for (const int extent : extents) type.mutable_shape()->add_dim()->set_dim_value(extent);
}

void addText(onnx::ModelProto& proto, const char* key, const std::string& text) {
  onnx::StringStringEntryProto& entry = *proto.add_metadata_props();
  entry.set_key(key);
  entry.set_value(text);
}

std::string encode(const Model& model) {
  const OnnxGraph graph = onnxGraph(model);
  onnx::ModelProto proto;
  proto.set_ir_version(kIrVersion);
  proto.set_producer_name("Inkling");
  proto.set_producer_version(version());
  onnx::OperatorSetIdProto& opset = *proto.add_opset_import();
  opset.set_domain("");
  opset.set_version(kOpset);
  onnx::GraphProto& to = *proto.mutable_graph();
  to.set_name(model.recipe.name);
  const Shape input = model.network.inputShape();
  describe(*to.add_input(), OnnxGraph::kInput, {input.channels, input.height, input.width});
  describe(*to.add_output(), OnnxGraph::kOutput, {model.network.outputs()});
  for (const OnnxNode& node : graph.nodes) add(to, node);
  for (const Tensor& tensor : graph.constants) add(to, tensor);
  for (const auto& [name, values] : graph.shapes) add(to, name, values);
  addText(proto, "class_names",
          Json(model.classNames).dump(-1, ' ', false, Json::error_handler_t::replace));
  return proto.SerializeAsString();
}

}  // namespace

bool canExportOnnx() { return true; }

void exportOnnx(const std::filesystem::path& file, const Model& model) {
  writeFileAtomically(file, encode(model));
}

}  // namespace inkling

#else

namespace inkling {

bool canExportOnnx() { return false; }

void exportOnnx(const std::filesystem::path& file, const Model&) {
  throw Error("Cannot write " + file.string() +
              ": this Inkling was built without the ONNX library (Debian's libonnx-dev).");
}

}  // namespace inkling

#endif
