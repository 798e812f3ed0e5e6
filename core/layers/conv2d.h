// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer.h"
#include "core/tensor/convolution.h"

namespace inkling {

/// Square convolution (cross-correlation, as the field calls it), activations channel last, zeros
/// around the image: what its algorithms share. The weight is channels × (kernel·kernel·inputs)
/// with column (ky·kernel + kx)·inputs + c.
template <typename Scalar>
class INKLING_CORE_API Conv2d : public Layer<Scalar> {
public:
  Conv2d(const LayerSpec& spec, Shape input);
  Division division() const override { return Division::Samples; }
  bool needsInput() const override { return true; }
  std::vector<Matrix<Scalar>*> parameters() override;
  double forwardFlops() const override;

protected:
  const Matrix<Scalar>& weight() const { return m_weight; }
  const Matrix<Scalar>& bias() const { return m_bias; }
  /// Copies a sample into the middle of a plane of `width` pixels whose border of zeros is there
  /// already.
  StridedImage<const Scalar> onPlane(const Scalar* sample, Scalar* plane, Index width) const;
  /// What one sample gives to the bias. `sums` has room for one vector.
  void sumBiasGradient(StridedImage<const Scalar> gradient, const GradientTarget<Scalar>& target,
                       Scalar* sums) const;

private:
  Matrix<Scalar> m_weight;
  Matrix<Scalar> m_bias;
};

/// A convolution with the algorithm that suits it.
template <typename Scalar>
std::unique_ptr<Layer<Scalar>> makeConv2d(const LayerSpec& spec, Shape input);

}  // namespace inkling
