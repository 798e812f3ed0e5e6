// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainingstep.h"

#include "core/loss/classweights.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

/// Parts that parameters are cut into for the team, by columns.
constexpr int kParts = 8;
/// Elements below which a meeting of the team costs more than it saves.
constexpr Index kSerialElements = 4096;

}  // namespace

template <typename Scalar>
TrainingStep<Scalar>::TrainingStep(const Recipe& recipe, Network<Scalar>& network, ThreadTeam& team,
                                   int most)
    : m_network(network),
      m_team(team),
      m_parameters(network.parameters()),
      m_work(network, most, team.threads(), WorkspaceUse::Training),
      m_runner(network, m_work, team),
      m_optimizer(recipe.optimizer, m_parameters),
      m_losses(static_cast<std::size_t>(most)),
      m_labels(static_cast<std::size_t>(most)),
      m_smoothing(recipe.labelSmoothing),
      m_lossCeiling(lossCeiling(recipe.lossClamp)),
      m_pass{true, recipe.seed, 0, 0},
      m_clips(recipe.optimizer.clipNorm > 0) {
  for (std::size_t p = 0; p < m_parameters.size(); ++p)
    m_updatedAtOnce.push_back(m_runner.updatesAtOnce(static_cast<int>(p)));
}

template <typename Scalar>
BatchLoss TrainingStep<Scalar>::forward(int count, const BatchSource<Scalar>* source) {
  m_pass.batch = count;
  std::fill(m_losses.begin(), m_losses.end(), BatchLoss{});
  m_runner.forward(m_pass, source, &m_loss);
  BatchLoss total;
  for (const BatchLoss& block : m_losses) {
    total.loss += block.loss;
    total.correct += block.correct;
    total.unlabelled += block.unlabelled;
  }
  return total;
}

template <typename Scalar>
void TrainingStep<Scalar>::Loss::differentiate(Index sample, Index samples) {
  const auto first = static_cast<std::size_t>(sample);
  const Columns<Scalar> logits = m_step.m_work.logits();
  const Columns<Scalar> whole = m_step.m_work.logitsGradient();
  const Columns<Scalar> gradient(whole.column(sample), whole.rows);
  const std::span<const Label> labels =
      std::span(m_step.m_labels).subspan(first, static_cast<std::size_t>(samples));
  m_step.m_losses[first] = softmaxCrossEntropy<Scalar>(
      Columns<Scalar>(logits.column(sample), logits.rows), labels, m_step.m_smoothing, gradient,
      static_cast<double>(m_step.m_pass.batch), m_step.m_lossCeiling);
  if (!m_step.m_classWeights.empty()) weigh<Scalar>(gradient, labels, m_step.m_classWeights);
}

template <typename Scalar>
BatchLoss TrainingStep<Scalar>::run(int count, double rate, std::uint32_t step,
                                    const BatchSource<Scalar>* source) {
  const FlushedDenormals flushed;
  m_pass.step = step;
  const BatchLoss loss = forward(count, source);
  if (!std::isfinite(loss.loss)) return loss;
  if (m_clips) {
    // The norm of the whole gradient has to be known first.
    m_runner.backward(m_pass);
    m_optimizer.begin(rate, m_optimizer.clipFactor(m_work.gradients()));
  } else {
    m_optimizer.begin(rate);
    m_runner.backward(m_pass, &m_update);
  }
  updateRest(m_clips);
  m_runner.updateStatistics(m_pass, m_network);
  return loss;
}

/// What was not updated during the backward pass, shared out by columns.
template <typename Scalar>
void TrainingStep<Scalar>::updateRest(bool all) {
  Index elements = 0;
  for (std::size_t p = 0; p < m_parameters.size(); ++p)
    if (all || !m_updatedAtOnce[p]) elements += m_parameters[p].value->size();
  const int parts = elements < kSerialElements ? 1 : kParts;
  m_team.run(elements > 0 ? parts : 0, [&](int part, int) {
    for (std::size_t p = 0; p < m_parameters.size(); ++p) {
      if (!all && m_updatedAtOnce[p]) continue;
      Matrix<Scalar>& value = *m_parameters[p].value;
      const Index column = partBegin(value.cols(), parts, part);
      m_optimizer.update(p, value.data(), m_work.gradients()[p].data() + column * value.rows(),
                         {0, value.rows(), column,
                          partBegin(value.cols(), parts, part + 1) - column, value.rows()});
    }
  });
}

template <typename Scalar>
GradientTarget<Scalar> TrainingStep<Scalar>::Update::target(int parameter, Scalar* gradient) const {
  const auto p = static_cast<std::size_t>(parameter);
  return m_step.m_optimizer.target(p, m_step.m_parameters[p].value->data(), gradient);
}

template <typename Scalar>
void TrainingStep<Scalar>::Update::apply(int parameter, const ParameterPart& part,
                                         const Scalar* gradient) {
  const auto p = static_cast<std::size_t>(parameter);
  m_step.m_optimizer.update(p, m_step.m_parameters[p].value->data(), gradient, part);
}

template <typename Scalar>
BatchLoss TrainingStep<Scalar>::differentiate(int count, std::uint32_t step) {
  m_pass.step = step;
  const BatchLoss loss = forward(count, nullptr);
  m_runner.backward(m_pass);
  return loss;
}

template class TrainingStep<float>;
template class TrainingStep<double>;

}  // namespace inkling
