// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/modeltensors.h"

#include "core/base/error.h"
#include "core/train/batchcurve.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

std::string slotName(std::size_t slot) { return "optimizer." + std::to_string(slot) + "."; }
constexpr const char* kAverage = "average.";
constexpr const char* kBatches = "batches";
constexpr const char* kKept = "kept.";

// All that a network has learnt: parameters, then statistics.
template <typename AnyNetwork>
auto learnt(AnyNetwork& network) {
  auto matrices = network.parameters();
  for (auto& statistic : network.statistics()) matrices.push_back(statistic);
  return matrices;
}

}  // namespace

Tensor toTensor(const std::string& name, const Matrix<float>& matrix, std::vector<int> shape) {
  Tensor tensor{name, std::move(shape),
                std::vector<float>(static_cast<std::size_t>(matrix.size()))};
  Eigen::Map<RowMajor>(tensor.values.data(), matrix.rows(), matrix.cols()) = matrix;
  return tensor;
}

Tensor toTensor(const std::vector<BatchPoint>& points) {
  Tensor tensor{kBatches, {static_cast<int>(points.size()), 3}, {}};
  for (const BatchPoint& p : points)
    tensor.values.insert(tensor.values.end(), {p.step, p.loss, p.accuracy});
  return tensor;
}

std::vector<BatchPoint> toPoints(const Tensor& tensor, const std::string& source) {
  if (tensor.shape.size() != 2 || tensor.shape[1] != 3)
    throw Error(source + ": expected are rows of step, loss and accuracy, found is " +
                shapeText(tensor.shape) + ".");
  const std::size_t rows = tensor.values.size() / 3;
  if (rows > BatchCurve::kMostPoints)
    throw Error(source + ": expected are at most " + std::to_string(BatchCurve::kMostPoints) +
                " rows, found are " + std::to_string(rows) + ".");
  requireFinite(tensor, source);
  std::vector<BatchPoint> points;
  for (std::size_t i = 0; i + 2 < tensor.values.size(); i += 3)
    points.push_back({tensor.values[i], tensor.values[i + 1], tensor.values[i + 2]});
  return points;
}

std::vector<Tensor> modelTensors(const Network<float>& network) {
  std::vector<Tensor> tensors;
  for (const auto& matrix : learnt(network)) {
    tensors.push_back(toTensor(matrix.name, *matrix.value, matrix.fileShape));
  }
  return tensors;
}

void appendState(std::vector<Tensor>& tensors, const TrainingState& state,
                 const Network<float>& network) {
  const auto parameters = network.parameters();
  for (std::size_t i = 0; i < state.moments.size(); ++i) {
    const auto& parameter = parameters[i % parameters.size()];
    tensors.push_back(toTensor(slotName(i / parameters.size()) + parameter.name, state.moments[i],
                               parameter.fileShape));
  }
  const auto all = learnt(network);
  const auto append = [&](const std::string& prefix, const std::vector<Matrix<float>>& matrices) {
    for (std::size_t i = 0; i < matrices.size(); ++i)
      tensors.push_back(toTensor(prefix + all[i].name, matrices[i], all[i].fileShape));
  };
  append(kAverage, state.averages);
  append(kKept, state.kept);
}

void requireFinite(const Tensor& tensor, const std::string& what) {
  const auto wrong =
      std::ranges::find_if_not(tensor.values, [](float value) { return std::isfinite(value); });
  if (wrong == tensor.values.end()) return;
  throw Error(what + ": value " + std::to_string(wrong - tensor.values.begin()) + " of " +
              tensor.name + " is " + std::to_string(*wrong) + ", expected are finite numbers.");
}

TensorTaker::TensorTaker(const TensorFile& file, std::string source) : m_source(std::move(source)) {
  for (const Tensor& tensor : file.tensors) m_left.emplace(tensor.name, &tensor);
}

void TensorTaker::takeInto(Matrix<float>& matrix, const std::string& name,
                           const std::vector<int>& shape) {
  const auto found = m_left.find(name);
  if (found == m_left.end())
    throw Error(m_source + " is not a usable model: the tensor " + name + " is missing.");
  const Tensor& tensor = *found->second;
  if (tensor.shape != shape || tensor.values.size() != static_cast<std::size_t>(matrix.size())) {
    throw Error(m_source + " is not a usable model: the tensor " + name +
                " should have the shape " + shapeText(shape) + ", found " +
                shapeText(tensor.shape) + ".");
  }
  requireFinite(tensor, m_source + " is not a usable model");
  matrix = Eigen::Map<const RowMajor>(tensor.values.data(), matrix.rows(), matrix.cols());
  m_left.erase(found);
}

void TensorTaker::take(Network<float>& network) {
  for (const auto& matrix : learnt(network)) takeInto(*matrix.value, matrix.name, matrix.fileShape);
}

std::vector<Matrix<float>> TensorTaker::takeAll(const std::string& prefix,
                                                const std::vector<ConstParameter<float>>& like) {
  std::vector<Matrix<float>> matrices;
  for (const auto& matrix : like) {
    matrices.emplace_back(matrix.value->rows(), matrix.value->cols());
    takeInto(matrices.back(), prefix + matrix.name, matrix.fileShape);
  }
  return matrices;
}

void TensorTaker::take(TrainingState& state, const Network<float>& network) {
  const auto parameters = network.parameters();
  const std::string first = parameters.empty() ? std::string() : parameters[0].name;
  for (std::size_t slot = 0; has(slotName(slot) + first); ++slot) {
    for (Matrix<float>& matrix : takeAll(slotName(slot), parameters)) {
      state.moments.push_back(std::move(matrix));
    }
  }
  if (has(kAverage + first)) state.averages = takeAll(kAverage, learnt(network));
  if (has(kKept + first)) state.kept = takeAll(kKept, learnt(network));
}

std::vector<BatchPoint> TensorTaker::takeBatches() {
  const auto found = m_left.find(kBatches);
  if (found == m_left.end()) return {};
  const Tensor& tensor = *found->second;
  m_left.erase(found);
  return toPoints(tensor, m_source + " is not a usable model: in the tensor " + kBatches);
}

void TensorTaker::requireAllTaken() const {
  if (m_left.empty()) return;
  throw Error(m_source + " is not a usable model: its recipe has no place for the tensor " +
              m_left.begin()->first + ".");
}

}  // namespace inkling
