// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer.h"

namespace inkling {

/// Maximum over kernel×kernel windows, `stride` apart; what does not fill a window is left out.
/// Among equal maxima the first gets the gradient, or with spec.allTies each of them gets all of
/// it. With Workspace::rectifies its input has not gone through the ReLU before it yet: the largest
/// of rectified numbers is the rectified largest one.
template <typename Scalar>
class MaxPool2d final : public Layer<Scalar> {
public:
  using Layer<Scalar>::Layer;
  std::unique_ptr<Layer<Scalar>> clone() const override {
    return std::make_unique<MaxPool2d>(*this);
  }
  Division division() const override { return Division::Samples; }
  bool needsInput() const override { return this->spec().allTies; }
  bool needsOutput() const override { return this->spec().allTies; }
  /// For each output the position of the maximum in its window.
  /// The backward pass reads whole vectors: behind the last sample's memory, kReadSlack elements
  /// must be readable.
  Index memoryPerSample() const override;

private:
  using typename Layer<Scalar>::Workspace;
  void doForward(const Pass& pass, const Block& block, Columns<const Scalar> x, Columns<Scalar> y,
                 const Workspace& work) const override;
  void doBackwardInput(const Pass& pass, const Block& block, Columns<const Scalar> x,
                       Columns<const Scalar> y, Columns<const Scalar> dy, Columns<Scalar> dx,
                       const Workspace& work) const override;
  template <bool kAdd, typename PositionType>
  void spread(const Scalar* dy, const PositionType* positions, bool covers, Scalar* dx) const;
  void spreadToTies(const Scalar* x, const Scalar* y, const Scalar* dy, Scalar* dx) const;
};

}  // namespace inkling
