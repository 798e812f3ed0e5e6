// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer.h"
#include "core/tensor/convolution.h"

namespace inkling {

/// Square convolution (cross-correlation, as the field calls it), activations channel last, zeros
/// around the image. The weight is channels × (kernel·kernel·inputs) with column (ky·kernel +
/// kx)·inputs + c. The work is done by convolve() in core/tensor; passes read the weight from a
/// prepared copy in whole vectors of channels, and another one turned by 180° for the way back.
template <typename Scalar>
class Conv2d final : public Layer<Scalar> {
public:
  Conv2d(const LayerSpec& spec, Shape input);
  std::unique_ptr<Layer<Scalar>> clone() const override { return std::make_unique<Conv2d>(*this); }
  Division division() const override { return Division::Samples; }
  bool needsInput() const override { return true; }
  std::vector<Matrix<Scalar>*> parameters() override;
  double forwardFlops() const override;
  Index scratchSize() const override;
  Index preparedSize() const override;
  void prepare(Scalar* to) const override;

private:
  using typename Layer<Scalar>::Workspace;
  void doForward(const Pass& pass, const Block& block, Columns<const Scalar> x, Columns<Scalar> y,
                 const Workspace& work) const override;
  void doBackwardInput(const Pass& pass, const Block& block, Columns<const Scalar> x,
                       Columns<const Scalar> y, Columns<const Scalar> dy, Columns<Scalar> dx,
                       const Workspace& work) const override;
  /// dy must be followed by kReadSlack readable elements.
  void doBackwardParameters(const Pass& pass, const ParameterBlock& block, Columns<const Scalar> x,
                            Columns<const Scalar> dy, const GradientTarget<Scalar>* targets,
                            const Workspace& work) const override;

  void inputRows(Index row, Index count, const Scalar* plane, Scalar* dx, Scalar* edge,
                 const Workspace& work) const;
  void sumWeightGradient(Plane<const Scalar> gradient, Plane<const Scalar> image,
                         const GradientTarget<Scalar>& target, Scalar* sums) const;
  void multiplyWeightGradient(Plane<const Scalar> gradient, Plane<const Scalar> image,
                              const GradientTarget<Scalar>& target) const;
  void sumBiasGradient(Plane<const Scalar> gradient, const GradientTarget<Scalar>& target,
                       Scalar* sums) const;
  Plane<const Scalar> padded(const Scalar* sample, Scalar* plane) const;
  void spread(const Scalar* dy, Scalar* plane) const;

  Index paddedHeight() const { return this->inputShape().height + 2 * this->spec().padding; }
  Index paddedWidth() const { return this->inputShape().width + 2 * this->spec().padding; }
  /// Extents of the output gradient with stride−1 zeros between its pixels and kernel−1 around
  /// them.
  Index spreadHeight() const { return paddedHeight() + this->spec().kernel - 1; }
  Index spreadWidth() const { return paddedWidth() + this->spec().kernel - 1; }

  Taps m_taps;
  Taps m_turnedTaps;  ///< of the way back
  Matrix<Scalar> m_weight;
  Matrix<Scalar> m_bias;
};

}  // namespace inkling
