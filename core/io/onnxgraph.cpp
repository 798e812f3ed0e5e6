// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/onnxgraph.h"

#include "core/io/modeltensors.h"

#include <utility>

namespace inkling {
namespace {

/// As the batch norm layer has it.
constexpr float kEpsilon = 1e-5F;

using Ints = std::vector<std::int64_t>;

/// outputs × k × k × inputs to outputs × inputs × k × k.
Tensor channelsFirst(const Tensor& weight) {
  const auto extent = [&](std::size_t i) { return static_cast<std::size_t>(weight.shape[i]); };
  const std::size_t outputs = extent(0);
  const std::size_t places = extent(1) * extent(2);
  const std::size_t inputs = extent(3);
  Tensor result{weight.name,
                {weight.shape[0], weight.shape[3], weight.shape[1], weight.shape[2]},
                std::vector<float>(weight.values.size())};
  for (std::size_t o = 0; o < outputs; ++o)
    for (std::size_t p = 0; p < places; ++p)
      for (std::size_t i = 0; i < inputs; ++i)
        result.values[(o * inputs + i) * places + p] = weight.values[(o * places + p) * inputs + i];
  return result;
}

class Builder {
public:
  explicit Builder(const Model& model)
      : m_network(model.network),
        m_shape(model.network.inputShape()) {
    for (Tensor& tensor : modelTensors(m_network))
      m_tensors.emplace(tensor.name, std::move(tensor));
  }

  OnnxGraph build(const DataSpec& data) {
    scale(data);
    for (int i = 0; i < m_network.layerCount(); ++i) {
      addLayer(m_network.layer(i), "layers." + std::to_string(i));
      m_shape = m_network.layer(i).outputShape();
    }
    flatten();
    add("Softmax", {}, {{"axis", std::int64_t{1}}});
    m_graph.nodes.back().output = OnnxGraph::kOutput;
    return std::move(m_graph);
  }

private:
  /// The next node works on what the last one gave, and on constants.
  void add(const char* type, std::vector<std::string> constants,
           std::map<std::string, OnnxNode::Value> attributes = {}) {
    constants.insert(constants.begin(), m_last);
    m_last = "value." + std::to_string(m_graph.nodes.size());
    m_graph.nodes.push_back({type, std::move(constants), m_last, std::move(attributes)});
  }

  std::string constant(Tensor tensor) {
    std::string name = tensor.name;
    m_graph.constants.push_back(std::move(tensor));
    return name;
  }
  std::string parameter(const std::string& name) { return constant(m_tensors.at(name)); }

  void scale(const DataSpec& data) {
    const auto scalar = [this](const char* name, double value) {
      return constant({name, {1}, {static_cast<float>(value)}});
    };
    if (data.mean != 0) add("Sub", {scalar("pixels.mean", data.mean)});
    if (data.std != 1) add("Div", {scalar("pixels.std", data.std)});
  }

  /// To N × values, in Inkling's order: channel last.
  void flatten() {
    if (m_flat) return;
    const bool ordered = m_shape.channels == 1 || m_shape.height * m_shape.width == 1;
    if (!ordered) add("Transpose", {}, {{"perm", Ints{0, 2, 3, 1}}});
    add("Flatten", {}, {{"axis", std::int64_t{1}}});
    m_flat = true;
  }

  /// Back to N × channels × 1 × 1, for layers with windows.
  void unflatten(const std::string& name) {
    if (!m_flat) return;
    m_graph.shapes[name + ".shape"] = {-1, m_shape.channels, 1, 1};
    add("Reshape", {name + ".shape"});
    m_flat = false;
  }

  void addLayer(const Layer<float>& layer, const std::string& name) {
    switch (layer.spec().kind) {
      case LayerKind::Dense:
        return addDense(layer.spec(), name);
      case LayerKind::Conv2d:
        return addConv2d(layer.spec(), name);
      case LayerKind::MaxPool2d:
        return addMaxPool2d(layer.spec(), name);
      case LayerKind::ReLU:
        return add("Relu", {});
      case LayerKind::Tanh:
        return add("Tanh", {});
      case LayerKind::Sigmoid:
        return add("Sigmoid", {});
      case LayerKind::Flatten:
        return flatten();
      case LayerKind::Dropout:
        return;
      case LayerKind::BatchNorm:
        return addBatchNorm(name);
    }
  }

  void addDense(const LayerSpec& spec, const std::string& name) {
    flatten();
    std::vector<std::string> constants = {parameter(name + ".weight")};
    if (spec.bias) constants.push_back(parameter(name + ".bias"));
    add("Gemm", std::move(constants), {{"transB", std::int64_t{1}}});
  }

  void addConv2d(const LayerSpec& spec, const std::string& name) {
    unflatten(name);
    std::vector<std::string> constants = {constant(channelsFirst(m_tensors.at(name + ".weight")))};
    if (spec.bias) constants.push_back(parameter(name + ".bias"));
    add("Conv", std::move(constants),
        {{"kernel_shape", Ints{spec.kernel, spec.kernel}},
         {"strides", Ints{spec.stride, spec.stride}},
         {"pads", Ints{spec.padding, spec.padding, spec.padding, spec.padding}}});
  }

  void addMaxPool2d(const LayerSpec& spec, const std::string& name) {
    unflatten(name);
    add("MaxPool", {},
        {{"kernel_shape", Ints{spec.kernel, spec.kernel}},
         {"strides", Ints{spec.stride, spec.stride}}});
  }

  void addBatchNorm(const std::string& name) {
    std::vector<std::string> constants;
    for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"})
      constants.push_back(parameter(name + part));
    add("BatchNormalization", std::move(constants), {{"epsilon", kEpsilon}});
  }

  const Network<float>& m_network;
  Shape m_shape;  ///< of the last node's value, as Inkling has it
  bool m_flat = false;
  std::map<std::string, Tensor> m_tensors;
  std::string m_last = OnnxGraph::kInput;
  OnnxGraph m_graph;
};

}  // namespace

OnnxGraph onnxGraph(const Model& model) { return Builder(model).build(model.recipe.data); }

}  // namespace inkling
