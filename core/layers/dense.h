// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer.h"

namespace inkling {

/// y = W·x + b. W is outputs×inputs; shared out by output units, so that a thread meets the same
/// weights forward and backward and gradients need no reduction.
template <typename Scalar>
class Dense final : public Layer<Scalar> {
public:
  Dense(const LayerSpec& spec, Shape input);
  std::unique_ptr<Layer<Scalar>> clone() const override { return std::make_unique<Dense>(*this); }
  Division division() const override { return Division::Units; }
  bool needsInput() const override { return true; }
  std::vector<Matrix<Scalar>*> parameters() override;
  /// What the inputs [block.row, block.row+block.rows) give to all of y. Input 0 brings the bias.
  void forwardInputs(const Block& block, Columns<const Scalar> x, Columns<Scalar> y) const;
  double forwardFlops() const override { return 2.0 * static_cast<double>(m_weight.size()); }
  Index scratchSize() const override;

private:
  using typename Layer<Scalar>::Workspace;
  void doForward(const Pass& pass, const Block& block, Columns<const Scalar> x, Columns<Scalar> y,
                 const Workspace& work) const override;
  void doBackwardInput(const Pass& pass, const Block& block, Columns<const Scalar> x,
                       Columns<const Scalar> y, Columns<const Scalar> dy, Columns<Scalar> dx,
                       const Workspace& work) const override;
  void doBackwardParameters(const Pass& pass, const ParameterBlock& block, Columns<const Scalar> x,
                            Columns<const Scalar> dy, const GradientTarget<Scalar>* targets,
                            const Workspace& work) const override;

  void forwardRuns(const Block& block, Columns<const Scalar> x, Columns<Scalar> y,
                   const Workspace& work) const;
  void weightGradient(const ParameterBlock& block, Columns<const Scalar> x,
                      Columns<const Scalar> dy, const GradientTarget<Scalar>& target) const;
  void weightGradientRuns(const ParameterBlock& block, Columns<const Scalar> x,
                          Columns<const Scalar> dy, const GradientTarget<Scalar>& target,
                          const Workspace& work) const;

  Matrix<Scalar> m_weight;
  Matrix<Scalar> m_bias;
};

}  // namespace inkling
