// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/directconv2d.h"

#include "core/layers/channelvectors.h"
#include "core/tensor/gemm.h"
#include "core/tensor/simd.h"

#include <algorithm>

namespace inkling {
namespace {

/// Input channels up to which the weight's gradient is summed for each of them alone; more of them
/// fill the columns of a matrix product.
constexpr Index kFewChannels = 3;

/// A plane that begins with the first pixel of the box.
template <typename Scalar>
StridedImage<Scalar> moved(StridedImage<Scalar> plane, const Box& box, Index stride) {
  plane.data += box.top * stride * plane.row + box.left * stride * plane.pixel;
  return plane;
}

}  // namespace

template <typename Scalar>
DirectConv2d<Scalar>::DirectConv2d(const LayerSpec& spec, Shape input)
    : Conv2d<Scalar>(spec, input),
      m_taps(tapsFor(spec.kernel, input.channels, spec.stride)),
      m_turnedTaps(tapsFor(spec.kernel, spec.units, 1)) {}

template <typename Scalar>
Index DirectConv2d<Scalar>::scratchSize() const {
  const Shape in = this->inputShape();
  constexpr Index kLanes = Simd<Scalar>::kLanes;
  const Index edge = std::max(in.width, this->outputShape().width) * kLanes;
  const Index sums = m_taps.rows * m_taps.columns * kLanes;
  return std::max(edge, sums) + std::max(paddedHeight() * paddedWidth() * in.channels,
                                         spreadHeight() * spreadWidth() * this->weight().rows());
}

template <typename Scalar>
Index DirectConv2d<Scalar>::preparedSize() const {
  return packedSize<Scalar>(m_taps, this->weight().rows()) +
         vectorsFor<Scalar>(this->weight().rows()) * Simd<Scalar>::kLanes +
         packedSize<Scalar>(m_turnedTaps, this->inputShape().channels);
}

template <typename Scalar>
void DirectConv2d<Scalar>::prepare(Scalar* to) const {
  const Index kernel = this->spec().kernel;
  const Index inputs = this->inputShape().channels;
  const auto weight = [&](Index output, Index row, Index column, Index input) {
    return this->weight()(output, (row * kernel + column) * inputs + input);
  };
  packWeight(m_taps, this->weight().rows(), to, weight);
  to += packedSize<Scalar>(m_taps, this->weight().rows());
  const Index lanes = vectorsFor<Scalar>(this->weight().rows()) * Simd<Scalar>::kLanes;
  std::fill_n(std::copy_n(this->bias().data(), this->bias().size(), to),
              lanes - this->bias().size(), Scalar(0));
  to += lanes;
  // Turned by 180°, inputs and outputs exchanged.
  packWeight(m_turnedTaps, inputs, to, [&](Index input, Index row, Index column, Index output) {
    return weight(output, kernel - 1 - row, kernel - 1 - column, input);
  });
}

template <typename Scalar>
void DirectConv2d<Scalar>::doForward(const Pass&, const Block& block, Columns<const Scalar> x,
                                     Columns<Scalar> y, const Workspace& work) const {
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  constexpr Index kLanes = Simd<Scalar>::kLanes;
  Scalar* const edge = work.scratch;
  Scalar* const plane = edge + out.width * kLanes;
  if (this->spec().padding > 0)
    std::fill_n(plane, paddedHeight() * paddedWidth() * in.channels, Scalar(0));
  ConvolvedRows<Scalar> rows{};
  rows.taps = m_taps;
  rows.channels = out.channels;
  rows.weight = work.prepared;
  rows.weightStride = this->weight().cols() * kLanes;
  rows.bias = work.prepared + packedSize<Scalar>(m_taps, out.channels);
  rows.biasStride = kLanes;
  rows.edge = edge;
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    const Box box = reached(x.column(s));
    rows.rows = box.bottom - box.top;
    rows.width = box.right - box.left;
    if (rows.rows * rows.width < Index(out.height) * out.width)
      fillWithBias(rows.bias, y.column(s));
    if (rows.rows == 0) continue;
    rows.image = moved(padded(x.column(s), plane), box, m_taps.stride);
    const StridedImage<Scalar> target{y.column(s), Index(out.width) * out.channels, out.channels};
    rows.target = moved(target, box, 1);
    rows.behind = (out.height - box.bottom) * target.row + (out.width - box.right) * target.pixel;
    convolveRows(rows);
    mendOverrun(rows.bias, box, y.column(s));
  }
}

/// The outputs that meet anything but zeros.
template <typename Scalar>
Box DirectConv2d<Scalar>::reached(const Scalar* sample) const {
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  if (in.channels > 1) return {0, out.height, 0, out.width};
  const LayerSpec& spec = this->spec();
  return reachedBox(usedBox(sample, in.height, in.width),
                    {spec.kernel, spec.stride, spec.padding, out.height, out.width});
}

template <typename Scalar>
void DirectConv2d<Scalar>::fillWithBias(const Scalar* bias, Scalar* y) const {
  const Index size = this->outputShape().size();
  Index done = this->outputShape().channels;
  std::copy_n(bias, done, y);
  for (; done < size; done *= 2) std::copy_n(y, std::min(done, size - done), y + done);
}

/// Vectors that are not whole run over into what stands behind each row of the box.
template <typename Scalar>
void DirectConv2d<Scalar>::mendOverrun(const Scalar* bias, const Box& box, Scalar* y) const {
  const Shape out = this->outputShape();
  const Index over = vectorsFor<Scalar>(out.channels) * Simd<Scalar>::kLanes - out.channels;
  for (Index row = box.top; row < box.bottom && over > 0; ++row) {
    const Index end = row * out.width + box.right;
    const Index next =
        row + 1 < box.bottom ? (row + 1) * out.width + box.left : Index(out.height) * out.width;
    const Index count = std::min(over, (next - end) * out.channels);
    for (Index i = 0; i < count; ++i) y[end * out.channels + i] = bias[i % out.channels];
  }
}

template <typename Scalar>
void DirectConv2d<Scalar>::doBackwardInput(const Pass&, const Block& block, Columns<const Scalar>,
                                           Columns<const Scalar>, Columns<const Scalar> dy,
                                           Columns<Scalar> dx, const Workspace& work) const {
  const Shape in = this->inputShape();
  constexpr Index kLanes = Simd<Scalar>::kLanes;
  Scalar* const edge = work.scratch;
  Scalar* const plane = edge + in.width * kLanes;
  std::fill_n(plane, spreadHeight() * spreadWidth() * this->weight().rows(), Scalar(0));
  // Rows of the kernel that would meet the zeros above and below are left out, so rows near an edge
  // go alone.
  const Index firstRow = this->spec().kernel - 1;
  const Index lastRow = firstRow + Index(this->outputShape().height - 1) * this->spec().stride;
  const Index padding = this->spec().padding;
  const Index inside = std::clamp<Index>(firstRow - padding, 0, in.height);
  const Index insideEnd = std::clamp<Index>(lastRow - padding - firstRow + 1, inside, in.height);
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    spread(dy.column(s), plane);
    for (Index row = 0; row < inside; ++row) inputRows(row, 1, plane, dx.column(s), edge, work);
    if (insideEnd > inside) inputRows(inside, insideEnd - inside, plane, dx.column(s), edge, work);
    for (Index row = insideEnd; row < in.height; ++row)
      inputRows(row, 1, plane, dx.column(s), edge, work);
  }
}

/// dx is the spread gradient convolved with the kernel turned by 180°: some rows that meet the same
/// rows of the kernel.
template <typename Scalar>
void DirectConv2d<Scalar>::inputRows(Index row, Index count, const Scalar* plane, Scalar* dx,
                                     Scalar* edge, const Workspace& work) const {
  static constexpr Index kLanes = Simd<Scalar>::kLanes;
  static constexpr Scalar kNoBias[kLanes] = {};
  const Shape in = this->inputShape();
  const Index inputRow = Index(in.width) * in.channels;
  const Index border = this->spec().kernel - 1;
  const Index top = row + this->spec().padding;
  const Index lastRow = border + Index(this->outputShape().height - 1) * this->spec().stride;
  const Index skipped = std::max<Index>(0, border - top);
  const Index terms = std::min(border, lastRow - top) - skipped + 1;
  if (terms <= 0) {
    std::fill_n(dx + row * inputRow, count * inputRow, Scalar(0));
    return;
  }
  ConvolvedRows<Scalar> rows{};
  rows.taps = m_turnedTaps;
  rows.taps.rows = static_cast<int>(terms);
  rows.taps.bordered = this->spec().padding == 0;
  rows.rows = count;
  rows.width = in.width;
  rows.channels = in.channels;
  const Index channels = this->weight().rows();
  const Index kernelRow = m_turnedTaps.columns * channels * kLanes;
  rows.weight = work.prepared + packedSize<Scalar>(m_taps, channels) +
                vectorsFor<Scalar>(channels) * kLanes + skipped * kernelRow;
  rows.weightStride = m_turnedTaps.rows * kernelRow;
  rows.bias = kNoBias;
  const Index pixels = (top + skipped) * spreadWidth() + this->spec().padding;
  rows.image = {plane + pixels * channels, spreadWidth() * channels, channels};
  rows.target = {dx + row * inputRow, inputRow, in.channels};
  rows.behind = (in.height - row - count) * inputRow;
  rows.edge = edge;
  convolveRows(rows);
}

template <typename Scalar>
void DirectConv2d<Scalar>::doBackwardParameters(const Pass&, const ParameterBlock& block,
                                                Columns<const Scalar> x, Columns<const Scalar> dy,
                                                const GradientTarget<Scalar>* targets,
                                                const Workspace& work) const {
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  Scalar* const sums = work.scratch;
  Scalar* const plane = sums + m_taps.rows * m_taps.columns * Simd<Scalar>::kLanes;
  if (this->spec().padding > 0)
    std::fill_n(plane, paddedHeight() * paddedWidth() * in.channels, Scalar(0));
  GradientTarget<Scalar> own[2] = {targets[0], this->bias().size() > 0 ? targets[1] : targets[0]};
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    const StridedImage<const Scalar> image = padded(x.column(s), plane);
    const StridedImage<const Scalar> gradient{dy.column(s), Index(out.width) * out.channels,
                                              out.channels};
    if (in.channels <= kFewChannels)
      sumWeightGradient(reached(x.column(s)), gradient, image, own[0], sums);
    else
      multiplyWeightGradient(gradient, image, own[0]);
    if (this->bias().size() > 0) this->sumBiasGradient(gradient, own[1], sums);
    own[0].beta = own[1].beta = 1;
  }
}

/// What one sample gives to the weight: vectors of channels times one input channel.
template <typename Scalar>
void DirectConv2d<Scalar>::sumWeightGradient(const Box& box, StridedImage<const Scalar> gradient,
                                             StridedImage<const Scalar> image,
                                             const GradientTarget<Scalar>& target,
                                             Scalar* sums) const {
  constexpr Index kLanes = Simd<Scalar>::kLanes;
  const Index channels = this->outputShape().channels;
  gradient = moved(gradient, box, 1);
  image = moved(image, box, m_taps.stride);
  for (Index first = 0; first < channels; first += kLanes, gradient.data += kLanes)
    for (Index c = 0; c < m_taps.channels; ++c) {
      StridedImage<const Scalar> from = image;
      from.data += c;
      convolveGradient<Scalar>(m_taps, box.bottom - box.top, box.right - box.left, gradient, from,
                               sums);
      addSums(sums, m_taps.rows * m_taps.columns, std::min(kLanes, channels - first), target,
              target.data + c * channels + first, m_taps.channels * channels);
    }
}

/// The same as a product: it sums over the output's pixels, a column is one weight of every
/// channel.
template <typename Scalar>
void DirectConv2d<Scalar>::multiplyWeightGradient(StridedImage<const Scalar> gradient,
                                                  StridedImage<const Scalar> image,
                                                  const GradientTarget<Scalar>& target) const {
  const Shape out = this->outputShape();
  const LeftFactor<Scalar> left{gradient.data, 1, gradient.pixel, gradient.row};
  const Index columns = m_taps.columns * image.pixel;
  for (Index row = 0; row < m_taps.rows; ++row) {
    const RightFactor<Scalar> right{image.data + row * image.row, 1, m_taps.stride * image.pixel,
                                    m_taps.stride * image.row};
    multiplyInPlace<Scalar>(
        gradient.pixel, columns, {out.width, out.height}, left, right,
        {target.data + row * columns * gradient.pixel, gradient.pixel, target.alpha, target.beta});
  }
}

/// The sample with its border of zeros; `plane` has the zeros already.
template <typename Scalar>
StridedImage<const Scalar> DirectConv2d<Scalar>::padded(const Scalar* sample, Scalar* plane) const {
  const Shape in = this->inputShape();
  if (this->spec().padding > 0) return this->onPlane(sample, plane, paddedWidth());
  return {sample, Index(in.width) * in.channels, in.channels};
}

template <typename Scalar>
void DirectConv2d<Scalar>::spread(const Scalar* dy, Scalar* plane) const {
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

template class DirectConv2d<float>;
template class DirectConv2d<double>;

}  // namespace inkling
