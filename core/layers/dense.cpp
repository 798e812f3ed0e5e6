// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/dense.h"

#include "core/tensor/gemm.h"

namespace inkling {

template <typename Scalar>
Dense<Scalar>::Dense(const LayerSpec& spec, Shape input)
    : Layer<Scalar>(spec, input),
      m_weight(Matrix<Scalar>::Zero(spec.units, input.size())),
      m_bias(Matrix<Scalar>::Zero(spec.bias ? spec.units : 0, 1)) {}

template <typename Scalar>
std::vector<Matrix<Scalar>*> Dense<Scalar>::parameters() {
  if (m_bias.size() == 0) return {&m_weight};
  return {&m_weight, &m_bias};
}

template <typename Scalar>
void Dense<Scalar>::doForward(const Pass&, const Block& block, Columns<const Scalar> x,
                              Columns<Scalar> y, const Workspace&) const {
  const LeftFactor<Scalar> weight{m_weight.data() + block.row, 1, m_weight.rows()};
  const RightFactor<Scalar> input{x.column(block.sample), x.rows, 1};
  Target<Scalar> output{y.column(block.sample) + block.row, y.rows};
  if (m_bias.size() > 0) output.bias = m_bias.data() + block.row;
  multiply(block.rows, block.samples, {x.rows}, weight, input, output);
}

template <typename Scalar>
void Dense<Scalar>::forwardInputs(const Block& block, Columns<const Scalar> x,
                                  Columns<Scalar> y) const {
  const Index outputs = m_weight.rows();
  const LeftFactor<Scalar> weight{m_weight.data() + block.row * outputs, 1, outputs};
  const RightFactor<Scalar> input{x.column(block.sample) + block.row, x.rows, 1};
  Target<Scalar> output{y.column(block.sample), y.rows};
  if (m_bias.size() > 0 && block.row == 0) output.bias = m_bias.data();
  multiply(outputs, block.samples, {block.rows}, weight, input, output);
}

template <typename Scalar>
void Dense<Scalar>::doBackwardInput(const Pass&, const Block& block, Columns<const Scalar>,
                                    Columns<const Scalar>, Columns<const Scalar> dy,
                                    Columns<Scalar> dx, const Workspace&) const {
  const Index outputs = m_weight.rows();
  const LeftFactor<Scalar> transposed{m_weight.data() + block.row * outputs, outputs, 1};
  const RightFactor<Scalar> gradient{dy.column(block.sample), dy.rows, 1};
  multiply<Scalar>(block.rows, block.samples, {outputs}, transposed, gradient,
                   {dx.column(block.sample) + block.row, dx.rows});
}

template <typename Scalar>
void Dense<Scalar>::doBackwardParameters(const Pass&, const ParameterBlock& block,
                                         Columns<const Scalar> x, Columns<const Scalar> dy,
                                         const GradientTarget<Scalar>* targets,
                                         const Workspace&) const {
  const LeftFactor<Scalar> gradient{dy.column(block.sample) + block.row, 1, dy.rows};
  const RightFactor<Scalar> input{x.column(block.sample) + block.column, 1, x.rows};
  const GradientTarget<Scalar>& weight = targets[0];
  const Index outputs = m_weight.rows();
  multiply<Scalar>(
      block.rows, block.columns, {block.samples}, gradient, input,
      {weight.data + block.row + block.column * outputs, outputs, weight.alpha, weight.beta});
  if (m_bias.size() == 0 || block.column > 0) return;
  static constexpr Scalar kOne = 1;
  const GradientTarget<Scalar>& bias = targets[1];
  multiply<Scalar>(block.rows, 1, {block.samples}, gradient, {&kOne, 0, 0},
                   {bias.data + block.row, m_bias.rows(), bias.alpha, bias.beta});
}

template class Dense<float>;
template class Dense<double>;

}  // namespace inkling
