// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/conv2d.h"

#include "core/tensor/gemm.h"
#include "core/tensor/simd.h"

#include <algorithm>

namespace inkling {
namespace {

template <typename Scalar>
Index wholeVectors(Index rows) {
  const Index lanes = Simd<Scalar>::kLanes;
  return (rows + lanes - 1) / lanes * lanes;
}

/// How many of a pixel's channels to store: whole vectors, if what they run over into comes later:
/// `behind` elements stand behind this row of pixels. More than a panel of the product (three
/// vectors) must end where the pixel ends, because panels go over all pixels one after the other.
template <typename Scalar>
Index storedChannels(Index channels, Index behind) {
  const Index vectors = wholeVectors<Scalar>(channels);
  return vectors <= 3 * Simd<Scalar>::kLanes && behind >= vectors - channels ? vectors : channels;
}

}  // namespace

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
Index Conv2d<Scalar>::scratchSize() const {
  const Shape in = this->inputShape();
  const Index terms = Index(this->spec().kernel) * this->spec().kernel;
  const Index forward = paddedHeight() * paddedWidth() * in.channels +
                        (terms * in.channels + 1) * wholeVectors<Scalar>(m_weight.rows());
  const Index backward = spreadHeight() * spreadWidth() * m_weight.rows() +
                         terms * m_weight.rows() * wholeVectors<Scalar>(in.channels);
  return std::max(forward, backward) + 2 * kReadSlack;
}

template <typename Scalar>
void Conv2d<Scalar>::doForward(const Pass&, const Block& block, Columns<const Scalar> x,
                               Columns<Scalar> y, const Workspace& work) const {
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  const Index kernel = this->spec().kernel;
  const Index stride = this->spec().stride;
  const Index inputRow = paddedWidth() * in.channels;
  const Index vectors = wholeVectors<Scalar>(out.channels);
  Scalar* const weight = work.scratch;
  Scalar* const bias = weight + m_weight.cols() * vectors + kReadSlack;
  Scalar* const plane = bias + vectors;
  packWeight(weight);
  std::fill_n(std::copy_n(m_bias.data(), m_bias.size(), bias), vectors - m_bias.size(), Scalar(0));
  if (this->spec().padding > 0) std::fill_n(plane, paddedHeight() * inputRow, Scalar(0));
  // One output row at a time: its pixels are the columns, the kernel's rows the outer sum.
  const Index kernelRow = kernel * in.channels;
  const LeftFactor<Scalar> left{weight, 1, vectors, kernelRow * vectors};
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    const Scalar* image = padded(x.column(s), plane);
    for (Index row = 0; row < out.height; ++row) {
      const RightFactor<Scalar> patches{image + row * stride * inputRow, stride * in.channels, 1,
                                        inputRow};
      Target<Scalar> target{y.column(s) + row * out.width * out.channels, out.channels};
      if (m_bias.size() > 0) target.bias = bias;
      const Index behind = (out.height - 1 - row) * out.width * out.channels;
      multiplyInPlace(storedChannels<Scalar>(out.channels, behind), out.width, {kernelRow, kernel},
                      left, patches, target);
    }
  }
}

template <typename Scalar>
void Conv2d<Scalar>::doBackwardInput(const Pass&, const Block& block, Columns<const Scalar>,
                                     Columns<const Scalar>, Columns<const Scalar> dy,
                                     Columns<Scalar> dx, const Workspace& work) const {
  const Shape in = this->inputShape();
  const Index channels = m_weight.rows();
  const Index kernel = this->spec().kernel;
  const Index padding = this->spec().padding;
  const Index gradientRow = spreadWidth() * channels;
  const Index vectors = wholeVectors<Scalar>(in.channels);
  Scalar* const weight = work.scratch;
  Scalar* const plane = weight + kernel * kernel * channels * vectors + kReadSlack;
  packTurnedWeight(weight);
  std::fill_n(plane, spreadHeight() * gradientRow, Scalar(0));
  // dx is the spread gradient convolved with the kernel turned by 180°. Rows of the kernel that
  // would meet the zeros above and below are left out.
  const Index kernelRow = kernel * channels;
  const Index firstRow = kernel - 1;
  const Index lastRow = firstRow + (this->outputShape().height - 1) * this->spec().stride;
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    spread(dy.column(s), plane);
    for (Index row = 0; row < in.height; ++row) {
      const Index top = row + padding;
      const Index skipped = std::max<Index>(0, firstRow - top);
      const Index rows = std::min(kernel - 1, lastRow - top) - skipped + 1;
      Scalar* const target = dx.column(s) + row * in.width * in.channels;
      if (rows <= 0) {
        std::fill_n(target, in.width * in.channels, Scalar(0));
        continue;
      }
      const LeftFactor<Scalar> left{weight + skipped * kernelRow * vectors, 1, vectors,
                                    kernelRow * vectors};
      const RightFactor<Scalar> patches{plane + (top + skipped) * gradientRow + padding * channels,
                                        channels, 1, gradientRow};
      const Index behind = (in.height - 1 - row) * in.width * in.channels;
      multiplyInPlace<Scalar>(storedChannels<Scalar>(in.channels, behind), in.width,
                              {kernelRow, rows}, left, patches, {target, in.channels});
    }
  }
}

template <typename Scalar>
void Conv2d<Scalar>::doBackwardParameters(const Pass&, const ParameterBlock& block,
                                          Columns<const Scalar> x, Columns<const Scalar> dy,
                                          const GradientTarget<Scalar>* targets,
                                          const Workspace& work) const {
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  const Index kernel = this->spec().kernel;
  const Index stride = this->spec().stride;
  const Index inputRow = paddedWidth() * in.channels;
  const Index channels = out.channels;
  if (this->spec().padding > 0) std::fill_n(work.scratch, paddedHeight() * inputRow, Scalar(0));
  GradientTarget<Scalar> weight = targets[0];
  static constexpr Scalar kOne = 1;
  Scalar biasBeta = m_bias.size() > 0 ? targets[1].beta : 0;
  // The sum runs over the output's pixels; a column is one weight of every channel.
  const Summation pixels{out.width, out.height};
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    const Scalar* image = padded(x.column(s), work.scratch);
    const LeftFactor<Scalar> gradient{dy.column(s), 1, channels, out.width * channels};
    for (Index ky = 0; ky < kernel; ++ky) {
      const Index column = ky * kernel * in.channels;
      multiplyInPlace<Scalar>(
          channels, kernel * in.channels, pixels, gradient,
          {image + ky * inputRow, 1, stride * in.channels, stride * inputRow},
          {weight.data + column * channels, channels, weight.alpha, weight.beta});
    }
    weight.beta = 1;
    if (m_bias.size() > 0)
      multiplyInPlace<Scalar>(channels, 1, pixels, gradient, {&kOne, 0, 0},
                              {targets[1].data, channels, targets[1].alpha, biasBeta});
    biasBeta = 1;
  }
}

/// The sample with its border of zeros; `plane` has the zeros already.
template <typename Scalar>
const Scalar* Conv2d<Scalar>::padded(const Scalar* sample, Scalar* plane) const {
  const Index padding = this->spec().padding;
  if (padding == 0) return sample;
  const Shape in = this->inputShape();
  const Index row = Index(in.width) * in.channels;
  for (Index y = 0; y < in.height; ++y)
    std::copy_n(sample + y * row, row,
                plane + ((y + padding) * paddedWidth() + padding) * in.channels);
  return plane;
}

/// The weight in whole vectors of channels, so that a product may read it where it stands.
template <typename Scalar>
void Conv2d<Scalar>::packWeight(Scalar* to) const {
  const Index channels = m_weight.rows();
  const Index vectors = wholeVectors<Scalar>(channels);
  for (Index k = 0; k < m_weight.cols(); ++k) {
    std::copy_n(m_weight.data() + k * channels, channels, to + k * vectors);
    std::fill_n(to + k * vectors + channels, vectors - channels, Scalar(0));
  }
  std::fill_n(to + m_weight.cols() * vectors, kReadSlack, Scalar(0));
}

/// Input channels × (kernel·kernel·channels), the kernel turned by 180°.
template <typename Scalar>
void Conv2d<Scalar>::packTurnedWeight(Scalar* to) const {
  const Index channels = m_weight.rows();
  const Index inputs = this->inputShape().channels;
  const Index taps = Index(this->spec().kernel) * this->spec().kernel;
  const Index vectors = wholeVectors<Scalar>(inputs);
  std::fill_n(to, taps * channels * vectors + kReadSlack, Scalar(0));
  for (Index tap = 0; tap < taps; ++tap)
    for (Index c = 0; c < inputs; ++c) {
      const Scalar* from = m_weight.data() + ((taps - 1 - tap) * inputs + c) * channels;
      for (Index k = 0; k < channels; ++k) to[(tap * channels + k) * vectors + c] = from[k];
    }
}

template <typename Scalar>
void Conv2d<Scalar>::spread(const Scalar* dy, Scalar* plane) const {
  const Shape out = this->outputShape();
  const Index channels = out.channels;
  const Index border = this->spec().kernel - 1;
  const Index stride = this->spec().stride;
  for (Index y = 0; y < out.height; ++y) {
    Scalar* to = plane + ((y * stride + border) * spreadWidth() + border) * channels;
    const Scalar* from = dy + y * out.width * channels;
    if (stride == 1) {
      std::copy_n(from, out.width * channels, to);
      continue;
    }
    for (Index x = 0; x < out.width; ++x)
      std::copy_n(from + x * channels, channels, to + x * stride * channels);
  }
}

template class Conv2d<float>;
template class Conv2d<double>;

}  // namespace inkling
