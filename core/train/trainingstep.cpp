// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainingstep.h"

#include <cmath>

namespace inkling {

template <typename Scalar>
TrainingStep<Scalar>::TrainingStep(const Recipe& recipe, Network<Scalar>& network, ThreadTeam& team)
    : m_network(network),
      m_team(team),
      m_parameters(network.parameters()),
      m_work(network, recipe.batch, team.threads(), true),
      m_runner(network, m_work, team),
      m_optimizer(recipe.optimizer, m_parameters),
      m_labels(static_cast<std::size_t>(recipe.batch)),
      m_smoothing(recipe.labelSmoothing),
      m_pass{true, recipe.seed, 0, 0} {
  if (!m_optimizer.canFuse() || m_runner.fusedParameters() == 0) return;
  m_fused.weight = m_parameters[0].value->data();
  if (m_runner.fusedParameters() > 1) m_fused.bias = m_parameters[1].value->data();
}

template <typename Scalar>
BatchLoss TrainingStep<Scalar>::forward(int count) {
  m_pass.batch = count;
  m_runner.forward(m_pass);
  const std::span<const std::uint8_t> used(m_labels.data(), static_cast<std::size_t>(count));
  return softmaxCrossEntropy<Scalar>(m_work.logits(), used, m_smoothing, m_work.logitsGradient(),
                                     count);
}

template <typename Scalar>
BatchLoss TrainingStep<Scalar>::run(int count, double rate, std::uint32_t step) {
  m_pass.step = step;
  const BatchLoss loss = forward(count);
  if (!std::isfinite(loss.loss)) return loss;
  std::size_t updated = 0;
  if (m_fused.weight) {
    m_fused.rate = rate;
    m_fused.decay = m_optimizer.decay(rate);
    m_runner.backward(m_pass, &m_fused);
    updated = static_cast<std::size_t>(m_runner.fusedParameters());
  } else {
    m_runner.backward(m_pass);
  }
  m_optimizer.step(rate, m_parameters, m_work.gradients(), updated, m_team);
  m_runner.updateStatistics(m_pass, m_network);
  return loss;
}

template <typename Scalar>
BatchLoss TrainingStep<Scalar>::differentiate(int count, std::uint32_t step) {
  m_pass.step = step;
  const BatchLoss loss = forward(count);
  m_runner.backward(m_pass);
  return loss;
}

template class TrainingStep<float>;
template class TrainingStep<double>;

}  // namespace inkling
