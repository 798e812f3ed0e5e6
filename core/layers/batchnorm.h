// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer.h"

namespace inkling {

/// Batch normalisation (Ioffe and Szegedy 2015) over samples and pixels, channel by channel:
/// y = γ·(x − μ)/√(σ² + ε) + β with the batch's μ and σ² in training and their running means
/// otherwise. Running means follow with momentum 0.1, the variance unbiased, as in PyTorch.
///
/// A single value (the last batch of an epoch may be one sample, and dense layers have one pixel)
/// has no variance: it is normalised with the running means, which stay as they are.
template <typename Scalar>
class BatchNorm final : public Layer<Scalar> {
public:
  BatchNorm(const LayerSpec& spec, Shape input);
  std::unique_ptr<Layer<Scalar>> clone() const override {
    return std::make_unique<BatchNorm>(*this);
  }
  Division division() const override { return Division::Samples; }
  std::vector<Matrix<Scalar>*> parameters() override { return {&m_scale, &m_shift}; }
  std::vector<Matrix<Scalar>*> statistics() override { return {&m_mean, &m_variance}; }

  /// Forward: Σ(x−k), Σ(x−k)² with the running mean as k, against cancellation. Backward: Σdy,
  /// Σdy·x̂.
  Index batchSums() const override { return 2 * channels(); }
  void addForwardSums(const Block& block, Columns<const Scalar> x, Scalar* partial) const override;
  using typename Layer<Scalar>::Workspace;
  void addBackwardSums(const Pass& pass, const Block& block, Columns<const Scalar> x,
                       Columns<const Scalar> dy, const Workspace& work,
                       Scalar* partial) const override;
  void updateStatistics(const Pass& pass, const Scalar* sums) override;
  bool needsInput() const override { return true; }
  Index scratchSize() const override { return 3 * channels(); }

private:
  /// Mean and 1/√(σ² + ε) of channel c.
  struct Moments {
    Scalar mean;
    Scalar inverse;
  };
  Moments moments(const Pass& pass, const Scalar* sums, Index c) const;
  void doForward(const Pass& pass, const Block& block, Columns<const Scalar> x, Columns<Scalar> y,
                 const Workspace& work) const override;
  void doBackwardInput(const Pass& pass, const Block& block, Columns<const Scalar> x,
                       Columns<const Scalar> y, Columns<const Scalar> dy, Columns<Scalar> dx,
                       const Workspace& work) const override;
  void doBackwardParameters(const Pass& pass, const ParameterBlock& block, Columns<const Scalar> x,
                            Columns<const Scalar> dy, const GradientTarget<Scalar>* targets,
                            const Workspace& work) const override;

  Index channels() const { return m_scale.rows(); }
  /// With the moments of the batch itself.
  bool usesBatch(const Pass& pass) const { return pass.training && pass.batch * pixels() > 1; }
  Index pixels() const { return Index(this->inputShape().height) * this->inputShape().width; }

  Matrix<Scalar> m_scale;  ///< γ
  Matrix<Scalar> m_shift;  ///< β
  Matrix<Scalar> m_mean;
  Matrix<Scalar> m_variance;
};

}  // namespace inkling
