// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/conv2d.h"
#include "core/tensor/usedbox.h"

namespace inkling {

/// Convolution of any kernel, stride and channels by convolve() in core/tensor. Passes read the
/// weight from a prepared copy in whole vectors of channels, and another one turned by 180° for the
/// way back. Of an image of one channel, only the part that is not blank is convolved: a digit
/// leaves half of MNIST's pixels out of reach of a small kernel.
template <typename Scalar>
class INKLING_CORE_API DirectConv2d final : public Conv2d<Scalar> {
public:
  DirectConv2d(const LayerSpec& spec, Shape input);
  std::unique_ptr<Layer<Scalar>> clone() const override {
    return std::make_unique<DirectConv2d>(*this);
  }
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

  Box reached(const Scalar* sample) const;
  void fillWithBias(const Scalar* bias, Scalar* y) const;
  void mendOverrun(const Scalar* bias, const Box& box, Scalar* y) const;
  void inputRows(Index row, Index count, const Scalar* plane, Scalar* dx, Scalar* edge,
                 const Workspace& work) const;
  void sumWeightGradient(const Box& box, StridedImage<const Scalar> gradient,
                         StridedImage<const Scalar> image, const GradientTarget<Scalar>& target,
                         Scalar* sums) const;
  void multiplyWeightGradient(StridedImage<const Scalar> gradient, StridedImage<const Scalar> image,
                              const GradientTarget<Scalar>& target) const;
  StridedImage<const Scalar> padded(const Scalar* sample, Scalar* plane) const;
  void spread(const Scalar* dy, Scalar* plane) const;

  Index paddedHeight() const { return this->inputShape().height + 2 * this->spec().padding; }
  Index paddedWidth() const { return this->inputShape().width + 2 * this->spec().padding; }
  /// Extents of the output gradient with stride−1 zeros between its pixels and kernel−1 around
  /// them.
  Index spreadHeight() const { return paddedHeight() + this->spec().kernel - 1; }
  Index spreadWidth() const { return paddedWidth() + this->spec().kernel - 1; }

  Taps m_taps;
  Taps m_turnedTaps;  ///< of the way back
};

}  // namespace inkling
