// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/onnxrunner.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace inkling::test {
namespace {

struct Array {
  std::vector<int> shape;
  std::vector<double> values;
  int count() const { return static_cast<int>(values.size()); }
};

std::size_t at(int index) { return static_cast<std::size_t>(index); }

Array toArray(const Tensor& tensor) {
  return {tensor.shape, {tensor.values.begin(), tensor.values.end()}};
}

std::vector<int> ints(const OnnxNode& node, const char* name) {
  const auto& values = std::get<std::vector<std::int64_t>>(node.attributes.at(name));
  return {values.begin(), values.end()};
}

template <typename Function>
Array each(Array x, Function&& function) {
  for (double& value : x.values) value = function(value);
  return x;
}

// x · Wᵀ + b
Array gemm(const Array& x, const Array& w, const Array* b) {
  const int rows = x.shape[0];
  const int inner = x.shape[1];
  const int columns = w.shape[0];
  Array y{{rows, columns}, std::vector<double>(at(rows * columns))};
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) {
      double sum = b ? b->values[at(c)] : 0;
      for (int i = 0; i < inner; ++i)
        sum += x.values[at(r * inner + i)] * w.values[at(c * inner + i)];
      y.values[at(r * columns + c)] = sum;
    }
  return y;
}

struct Window {
  int kernel;
  int stride;
  int padding;
};

double under(const Array& x, int n, int c, int row, int column, double outside) {
  const int height = x.shape[2];
  const int width = x.shape[3];
  if (row < 0 || column < 0 || row >= height || column >= width) return outside;
  return x.values[at(((n * x.shape[1] + c) * height + row) * width + column)];
}

template <typename Function>
Array slide(const Array& x, int channels, Window window, Function&& value) {
  const auto extent = [&](int size) {
    return (size + 2 * window.padding - window.kernel) / window.stride + 1;
  };
  Array y{{x.shape[0], channels, extent(x.shape[2]), extent(x.shape[3])}, {}};
  for (int n = 0; n < y.shape[0]; ++n)
    for (int c = 0; c < channels; ++c)
      for (int row = 0; row < y.shape[2]; ++row)
        for (int column = 0; column < y.shape[3]; ++column)
          y.values.push_back(value(n, c, row * window.stride - window.padding,
                                   column * window.stride - window.padding));
  return y;
}

Array conv(const OnnxNode& node, const Array& x, const Array& w, const Array* b) {
  const Window window{ints(node, "kernel_shape")[0], ints(node, "strides")[0],
                      ints(node, "pads")[0]};
  return slide(x, w.shape[0], window, [&](int n, int o, int top, int left) {
    double sum = b ? b->values[at(o)] : 0;
    for (int i = 0; i < w.shape[1]; ++i)
      for (int r = 0; r < window.kernel; ++r)
        for (int c = 0; c < window.kernel; ++c)
          sum += under(x, n, i, top + r, left + c, 0) *
                 w.values[at(((o * w.shape[1] + i) * window.kernel + r) * window.kernel + c)];
    return sum;
  });
}

Array maxPool(const OnnxNode& node, const Array& x) {
  const Window window{ints(node, "kernel_shape")[0], ints(node, "strides")[0], 0};
  return slide(x, x.shape[1], window, [&](int n, int channel, int top, int left) {
    double most = -INFINITY;
    for (int r = 0; r < window.kernel; ++r)
      for (int c = 0; c < window.kernel; ++c)
        most = std::max(most, under(x, n, channel, top + r, left + c, -INFINITY));
    return most;
  });
}

// N×C×H×W to N×H×W×C.
Array channelsLast(const Array& x) {
  Array y{{x.shape[0], x.shape[2], x.shape[3], x.shape[1]}, {}};
  for (int n = 0; n < y.shape[0]; ++n)
    for (int row = 0; row < y.shape[1]; ++row)
      for (int column = 0; column < y.shape[2]; ++column)
        for (int c = 0; c < y.shape[3]; ++c) y.values.push_back(under(x, n, c, row, column, 0));
  return y;
}

Array batchNorm(const OnnxNode& node, const Array& x, const std::vector<Array>& p) {
  const double epsilon = static_cast<double>(std::get<float>(node.attributes.at("epsilon")));
  const int channels = x.shape[1];
  const int inner = x.count() / x.shape[0] / channels;
  Array y = x;
  for (int i = 0; i < x.count(); ++i) {
    const std::size_t c = at(i / inner % channels);
    y.values[at(i)] =
        p[0].values[c] * (x.values[at(i)] - p[2].values[c]) / std::sqrt(p[3].values[c] + epsilon) +
        p[1].values[c];
  }
  return y;
}

Array softmax(Array x) {
  const int columns = x.shape[1];
  for (int n = 0; n < x.shape[0]; ++n) {
    double* row = &x.values[at(n * columns)];
    const double most = *std::max_element(row, row + columns);
    for (int c = 0; c < columns; ++c) row[c] = std::exp(row[c] - most);
    const double sum = std::accumulate(row, row + columns, 0.0);
    for (int c = 0; c < columns; ++c) row[c] /= sum;
  }
  return x;
}

Array reshaped(Array x, std::vector<int> shape) {
  x.shape = std::move(shape);
  return x;
}

Array apply(const OnnxGraph& graph, const OnnxNode& node, const Array& x) {
  std::vector<Array> p;
  for (std::size_t i = 1; i < node.inputs.size(); ++i)
    for (const Tensor& tensor : graph.constants)
      if (tensor.name == node.inputs[i]) p.push_back(toArray(tensor));
  const Array* bias = p.size() > 1 ? &p[1] : nullptr;
  if (node.type == "Sub") return each(x, [&](double v) { return v - p[0].values[0]; });
  if (node.type == "Div") return each(x, [&](double v) { return v / p[0].values[0]; });
  if (node.type == "Relu") return each(x, [](double v) { return std::max(v, 0.0); });
  if (node.type == "Tanh") return each(x, [](double v) { return std::tanh(v); });
  if (node.type == "Sigmoid") return each(x, [](double v) { return 1 / (1 + std::exp(-v)); });
  if (node.type == "Gemm") return gemm(x, p[0], bias);
  if (node.type == "Conv") return conv(node, x, p[0], bias);
  if (node.type == "MaxPool") return maxPool(node, x);
  if (node.type == "Transpose") return channelsLast(x);
  if (node.type == "Flatten") return reshaped(x, {x.shape[0], x.count() / x.shape[0]});
  if (node.type == "Reshape") return reshaped(x, {x.shape[0], x.shape[1], 1, 1});
  if (node.type == "BatchNormalization") return batchNorm(node, x, p);
  if (node.type == "Softmax") return softmax(x);
  qFatal("no operator %s", node.type.c_str());
}

}  // namespace

std::vector<double> runOnnx(const OnnxGraph& graph, const std::vector<double>& images, int count,
                            Shape input) {
  Array x{{count, input.channels, input.height, input.width}, images};
  std::string last = OnnxGraph::kInput;
  for (const OnnxNode& node : graph.nodes) {
    if (node.inputs.at(0) != last) qFatal("the nodes are not in a row");
    x = apply(graph, node, x);
    last = node.output;
  }
  if (last != OnnxGraph::kOutput) qFatal("the last node is not the output");
  return x.values;
}

}  // namespace inkling::test
