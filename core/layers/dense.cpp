// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/dense.h"

#include "core/tensor/gemm.h"
#include "core/tensor/inputruns.h"
#include "core/tensor/simd.h"

#include <algorithm>

namespace inkling {
namespace {

// With runs of inputs, a factor is copied together in panels of two vectors by so many terms, which
// stay in the first-level cache.
constexpr Index kTerms = 320;
template <typename Scalar>
constexpr Index kPanelRows = 2 * Simd<Scalar>::kLanes;

/// Calls each(begin, count) for parts of `terms` of nearly the same size, at most kTerms; once for
/// none.
template <typename Each>
void forEachPart(Index terms, const Each& each) {
  const Index parts = std::max<Index>(1, (terms + kTerms - 1) / kTerms);
  for (Index i = 0; i < parts; ++i)
    each(partBegin(terms, parts, i), partBegin(terms, parts, i + 1) - partBegin(terms, parts, i));
}

/// One column of a panel.
template <typename Scalar>
void copyRows(const Scalar* from, Index rows, Scalar* to) {
  using V = Simd<Scalar>;
  if (rows < kPanelRows<Scalar>) {
    std::copy_n(from, rows, to);
    return;
  }
  V::store(to, V::load(from));
  V::store(to + V::kLanes, V::load(from + V::kLanes));
}

}  // namespace

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
                              Columns<Scalar> y, const Workspace& work) const {
  if (work.inputs) return forwardRuns(block, x, y, work);
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
                                         const Workspace& work) const {
  if (work.inputs)
    weightGradientRuns(block, x, dy, targets[0], work);
  else
    weightGradient(block, x, dy, targets[0]);
  if (m_bias.size() == 0 || block.column > 0) return;
  const LeftFactor<Scalar> gradient{dy.column(block.sample) + block.row, 1, dy.rows};
  static constexpr Scalar kOne = 1;
  const GradientTarget<Scalar>& bias = targets[1];
  multiply<Scalar>(block.rows, 1, {block.samples}, gradient, {&kOne, 0, 0},
                   {bias.at(block.row, 0, m_bias.rows()), m_bias.rows(), bias.alpha, bias.beta});
}

template <typename Scalar>
void Dense<Scalar>::weightGradient(const ParameterBlock& block, Columns<const Scalar> x,
                                   Columns<const Scalar> dy,
                                   const GradientTarget<Scalar>& target) const {
  const Index outputs = m_weight.rows();
  multiply<Scalar>(block.rows, block.columns, {block.samples},
                   {dy.column(block.sample) + block.row, 1, dy.rows},
                   {x.column(block.sample) + block.column, 1, x.rows},
                   {target.at(block.row, block.column, outputs), target.strideOf(outputs),
                    target.alpha, target.beta});
}

template <typename Scalar>
Index Dense<Scalar>::scratchSize() const {
  return kTerms * kPanelRows<Scalar>;
}

/// The columns of the weight that meet an input of the batch are copied together.
template <typename Scalar>
void Dense<Scalar>::forwardRuns(const Block& block, Columns<const Scalar> x, Columns<Scalar> y,
                                const Workspace& work) const {
  constexpr Index kRows = kPanelRows<Scalar>;
  const Index outputs = m_weight.rows();
  for (Index row = block.row; row < block.row + block.rows; row += kRows) {
    const Index rows = std::min(kRows, block.row + block.rows - row);
    Target<Scalar> output{y.column(block.sample) + row, y.rows};
    if (m_bias.size() > 0) output.bias = m_bias.data() + row;
    forEachPart(work.inputs->count(), [&](Index first, Index terms) {
      Scalar* to = work.scratch;
      for (const InputRuns::Run& run : work.inputs->runs()) {
        const Index begin = std::clamp(first - run.at, Index(0), run.count);
        const Index end = std::clamp(first + terms - run.at, Index(0), run.count);
        const Scalar* from = m_weight.data() + row + (run.begin + begin) * outputs;
        for (Index i = begin; i < end; ++i, from += outputs, to += kRows) copyRows(from, rows, to);
      }
      multiplyInPlace<Scalar>(rows, block.samples, {terms}, {work.scratch, 1, kRows},
                              {x.column(block.sample) + first, x.rows, 1}, output);
      output.beta = 1;
      output.bias = nullptr;
    });
  }
}

/// Inputs that the batch does not have leave their columns as they are, but for beta.
template <typename Scalar>
void Dense<Scalar>::weightGradientRuns(const ParameterBlock& block, Columns<const Scalar> x,
                                       Columns<const Scalar> dy,
                                       const GradientTarget<Scalar>& target,
                                       const Workspace& work) const {
  constexpr Index kRows = kPanelRows<Scalar>;
  const Index outputs = m_weight.rows();
  const Index begin = work.inputs->before(block.column);
  const Index end = work.inputs->before(block.column + block.columns);
  for (Index row = block.row; row < block.row + block.rows; row += kRows) {
    const Index rows = std::min(kRows, block.row + block.rows - row);
    Scalar beta = target.beta;
    forEachPart(block.samples, [&](Index first, Index samples) {
      Scalar* to = work.scratch;
      for (Index s = first; s < first + samples; ++s, to += kRows)
        copyRows(dy.column(block.sample + s) + row, rows, to);
      const LeftFactor<Scalar> panel{work.scratch, 1, kRows};
      const RightFactor<Scalar> input{x.column(block.sample + first) + begin, 1, x.rows};
      Target<Scalar> part{nullptr, target.strideOf(outputs), target.alpha, beta};
      if (beta != 1)
        work.inputs->forEachGap(block.column, block.column + block.columns,
                                [&](Index column, Index count) {
                                  part.data = target.at(row, column, outputs);
                                  multiplyInPlace(rows, count, {0}, panel, input, part);
                                });
      if (begin < end) {
        part.columns = work.inputs->inputs().data() + begin;
        part.data = target.at(row, part.columns[0], outputs);
        multiplyInPlace(rows, end - begin, {samples}, panel, input, part);
      }
      beta = 1;
    });
  }
}

template class Dense<float>;
template class Dense<double>;

}  // namespace inkling
