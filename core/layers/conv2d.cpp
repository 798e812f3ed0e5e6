// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/conv2d.h"

#include "core/layers/channelvectors.h"
#include "core/layers/directconv2d.h"
#include "core/layers/winogradconv2d.h"
#include "core/tensor/simd.h"

#include <algorithm>

namespace inkling {

template <typename Scalar>
Conv2d<Scalar>::Conv2d(const LayerSpec& spec, Shape input)
    : Layer<Scalar>(spec, input),
      m_weight(Matrix<Scalar>::Zero(spec.units, Index(spec.kernel) * spec.kernel * input.channels)),
      m_bias(Matrix<Scalar>::Zero(spec.bias ? spec.units : 0, 1)) {}

template <typename Scalar>
std::vector<Matrix<Scalar>*> Conv2d<Scalar>::parameters() {
  if (m_bias.size() == 0) return {&m_weight};
  return {&m_weight, &m_bias};
}

template <typename Scalar>
double Conv2d<Scalar>::forwardFlops() const {
  const Shape out = this->outputShape();
  return 2.0 * static_cast<double>(m_weight.size()) * out.height * out.width;
}

template <typename Scalar>
StridedImage<const Scalar> Conv2d<Scalar>::onPlane(const Scalar* sample, Scalar* plane,
                                                   Index width) const {
  const Shape in = this->inputShape();
  const Index padding = this->spec().padding;
  const Index row = Index(in.width) * in.channels;
  for (Index y = 0; y < in.height; ++y)
    std::copy_n(sample + y * row, row, plane + ((y + padding) * width + padding) * in.channels);
  return {plane, width * in.channels, in.channels};
}

template <typename Scalar>
void Conv2d<Scalar>::sumBiasGradient(StridedImage<const Scalar> gradient,
                                     const GradientTarget<Scalar>& target, Scalar* sums) const {
  constexpr Index kLanes = Simd<Scalar>::kLanes;
  const Shape out = this->outputShape();
  for (Index first = 0; first < out.channels; first += kLanes, gradient.data += kLanes) {
    sumPixels<Scalar>(out.height, out.width, gradient, sums);
    addSums(sums, Index(1), std::min(kLanes, out.channels - first), target, target.data + first,
            Index(0));
  }
}

template <typename Scalar>
std::unique_ptr<Layer<Scalar>> makeConv2d(const LayerSpec& spec, Shape input) {
  if (suitsWinograd(spec, input)) return std::make_unique<WinogradConv2d<Scalar>>(spec, input);
  return std::make_unique<DirectConv2d<Scalar>>(spec, input);
}

template class Conv2d<float>;
template class Conv2d<double>;
template std::unique_ptr<Layer<float>> makeConv2d(const LayerSpec&, Shape);
template std::unique_ptr<Layer<double>> makeConv2d(const LayerSpec&, Shape);

}  // namespace inkling
