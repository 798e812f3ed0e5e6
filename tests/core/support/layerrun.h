// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer.h"
#include "core/tensor/gemm.h"

#include <limits>
#include <memory>
#include <utility>
#include <vector>

namespace inkling::test {

/// One layer by itself with all that a pass needs.
template <typename Scalar>
class LayerRun {
public:
  LayerRun(const LayerSpec& spec, Shape input) : LayerRun(makeLayer<Scalar>(spec, input)) {}
  explicit LayerRun(std::unique_ptr<Layer<Scalar>> layer) : m_layer(std::move(layer)) {
    // Scratch may hold anything: what others left there must not matter.
    m_scratch.assign(static_cast<std::size_t>(m_layer->scratchSize() + kReadSlack),
                     std::numeric_limits<Scalar>::quiet_NaN());
    m_sums.resize(static_cast<std::size_t>(2 * m_layer->batchSums()));
  }

  Layer<Scalar>& layer() { return *m_layer; }
  Matrix<Scalar>& parameter(int index) {
    return *m_layer->parameters()[static_cast<std::size_t>(index)];
  }
  Matrix<Scalar>& statistic(int index) {
    return *m_layer->statistics()[static_cast<std::size_t>(index)];
  }
  Pass pass(Index batch) const { return {training, 9, 4, batch}; }

  /// One column a sample.
  Matrix<Scalar> forward(const Matrix<Scalar>& x) {
    m_x = x;
    m_y = withSlack(m_layer->outputShape().size(), x.cols());
    m_memory.resize(static_cast<std::size_t>(m_layer->memoryPerSample() * x.cols()) +
                    kReadSlack * sizeof(Scalar));
    const Block all{0, m_layer->outputShape().size(), 0, x.cols()};
    m_sums.assign(m_sums.size(), Scalar(0));
    if (training && !m_sums.empty()) m_layer->addForwardSums(all, columns(m_x), m_sums.data());
    m_layer->forward(pass(x.cols()), all, columns(m_x), columns(m_y), workspace());
    return m_y.leftCols(x.cols());
  }

  /// Of the last forward pass; parameter gradients stand in gradients() afterwards.
  Matrix<Scalar> backward(const Matrix<Scalar>& dy) {
    const Index batch = dy.cols();
    Matrix<Scalar> gradient = withSlack(dy.rows(), batch);
    gradient.leftCols(batch) = dy;
    Matrix<Scalar> dx = withSlack(m_layer->inputShape().size(), batch);
    const Block all{0, m_layer->inputShape().size(), 0, batch};
    if (!m_sums.empty())
      m_layer->addBackwardSums(pass(batch), all, columns(m_x), columns(gradient), workspace(),
                               m_sums.data() + m_layer->batchSums());
    std::vector<GradientTarget<Scalar>> targets;
    m_gradients.clear();
    for (const Matrix<Scalar>* parameter : m_layer->parameters()) m_gradients.push_back(*parameter);
    for (auto& each : m_gradients) targets.push_back({each.data(), 1, 0});
    const Index columnCount = m_gradients.empty() ? 0 : m_gradients[0].cols();
    if (!targets.empty())
      m_layer->backwardParameters(pass(batch), {0, dy.rows(), 0, columnCount, 0, batch},
                                  columns(m_x), columns(gradient), targets.data(), workspace());
    m_layer->backwardInput(pass(batch), all, columns(m_x), columns(m_y), columns(gradient),
                           columns(dx), workspace());
    return dx.leftCols(batch);
  }
  const std::vector<Matrix<Scalar>>& gradients() const { return m_gradients; }
  const Scalar* sums() const { return m_sums.data(); }

  bool training = false;

private:
  static Columns<Scalar> columns(Matrix<Scalar>& values) { return {values.data(), values.rows()}; }
  /// Room for whole vectors to be read past the end.
  static Matrix<Scalar> withSlack(Index rows, Index samples) {
    return Matrix<Scalar>::Zero(rows, samples + kReadSlack);
  }
  typename Layer<Scalar>::Workspace workspace() {
    m_prepared.resize(static_cast<std::size_t>(m_layer->preparedSize()));
    m_layer->prepare(m_prepared.data());
    return {m_memory.data(), m_scratch.data(), m_sums.data(), m_prepared.data(), false, 2};
  }

  std::unique_ptr<Layer<Scalar>> m_layer;
  std::vector<Scalar> m_scratch, m_sums;
  std::vector<std::byte> m_memory;
  std::vector<Scalar> m_prepared;
  Matrix<Scalar> m_x, m_y;
  std::vector<Matrix<Scalar>> m_gradients;
};

}  // namespace inkling::test
