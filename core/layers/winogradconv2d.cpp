// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/winogradconv2d.h"

#include "core/tensor/gemm.h"
#include "core/tensor/simd.h"

#include <algorithm>

namespace inkling {
namespace {

using winograd::kProducts;

/// Tiles that are transformed together: their products, 64 bytes a channel, stay in the
/// second-level cache, and the matrix products are long enough.
constexpr Index kTilesAtOnce = 32;

}  // namespace

template <typename Scalar>
WinogradConv2d<Scalar>::WinogradConv2d(const LayerSpec& spec, Shape input)
    : Conv2d<Scalar>(spec, input) {
  const Shape out = this->outputShape();
  m_tiles = {(out.height + 1) / 2, (out.width + 1) / 2};
  const Index most = std::max<Index>(1, kTilesAtOnce / m_tiles.across);
  const Index parts = (m_tiles.down + most - 1) / most;
  m_rows = (m_tiles.down + parts - 1) / parts;
}

template <typename Scalar>
Index WinogradConv2d<Scalar>::scratchSize() const {
  const Index tiles = m_rows * m_tiles.across;
  const Index inputs = this->inputShape().channels;
  const Index outputs = this->outputShape().channels;
  return kProducts * (tiles * inputs + tiles * outputs + kReadSlack + inputs * outputs) +
         planeSize();
}

template <typename Scalar>
typename WinogradConv2d<Scalar>::Scratch WinogradConv2d<Scalar>::scratch(
    const Workspace& work) const {
  const Index tiles = m_rows * m_tiles.across;
  const Index inputs = this->inputShape().channels;
  const Index outputs = this->outputShape().channels;
  Scratch room{};
  room.images = work.scratch;
  room.outputs = room.images + kProducts * tiles * inputs;
  room.weight = room.outputs + kProducts * tiles * outputs + kReadSlack;
  room.plane = room.weight + kProducts * inputs * outputs;
  return room;
}

template <typename Scalar>
Index WinogradConv2d<Scalar>::preparedSize() const {
  const Index outputs = this->outputShape().channels;
  return 2 * kProducts * this->inputShape().channels * outputs + outputs + kReadSlack;
}

template <typename Scalar>
void WinogradConv2d<Scalar>::prepare(Scalar* to) const {
  const Index inputs = this->inputShape().channels;
  const Index outputs = this->outputShape().channels;
  const Index size = inputs * outputs;
  winograd::transformKernel(size, this->weight().data(), to);
  Scalar* const turned = to + kProducts * size;
  for (int p = 0; p < kProducts; ++p)
    for (Index input = 0; input < inputs; ++input)
      for (Index output = 0; output < outputs; ++output)
        turned[p * size + output * inputs + input] = to[p * size + input * outputs + output];
  Scalar* const bias = turned + kProducts * size;
  std::fill_n(bias, outputs, Scalar(0));
  std::copy_n(this->bias().data(), this->bias().size(), bias);
}

/// Calls each(part) for all rows of tiles of a sample.
template <typename Scalar>
template <typename Each>
void WinogradConv2d<Scalar>::forEachPart(const Each& each) const {
  for (Index row = 0; row < m_tiles.down; row += m_rows) {
    const Index down = std::min(m_rows, m_tiles.down - row);
    each(Part{{down, m_tiles.across},
              2 * row,
              std::min<Index>(2 * down, this->outputShape().height - 2 * row)});
  }
}

template <typename Scalar>
void WinogradConv2d<Scalar>::doForward(const Pass&, const Block& block, Columns<const Scalar> x,
                                       Columns<Scalar> y, const Workspace& work) const {
  const Shape out = this->outputShape();
  const Index inputs = this->inputShape().channels;
  const Index outputs = out.channels;
  const Scalar* const bias = work.prepared + 2 * kProducts * inputs * outputs;
  const Scratch room = scratch(work);
  if (needsPlane()) std::fill_n(room.plane, planeSize(), Scalar(0));
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    const StridedImage<const Scalar> image = bordered(x.column(s), room.plane);
    forEachPart([&](const Part& part) {
      const Index tiles = part.tiles.count();
      winograd::transformImage<Scalar>(
          part.tiles, inputs, {image.data + part.row * image.row, image.row, inputs}, room.images);
      for (Index p = 0; p < kProducts; ++p)
        multiplyInPlace<Scalar>(outputs, tiles, {inputs},
                                {work.prepared + p * inputs * outputs, 1, outputs},
                                {room.images + p * tiles * inputs, inputs, 1},
                                {room.outputs + p * tiles * outputs, outputs});
      winograd::transformOutput<Scalar>(part.tiles, outputs, room.outputs, bias, part.rows,
                                        out.width,
                                        {y.column(s) + part.row * rowOf(out), rowOf(out), outputs});
    });
  }
}

template <typename Scalar>
void WinogradConv2d<Scalar>::doBackwardInput(const Pass&, const Block& block, Columns<const Scalar>,
                                             Columns<const Scalar>, Columns<const Scalar> dy,
                                             Columns<Scalar> dx, const Workspace& work) const {
  const Shape in = this->inputShape();
  const Shape out = this->outputShape();
  const Scalar* const weight = work.prepared + kProducts * in.channels * out.channels;
  const Scratch room = scratch(work);
  const Index padding = this->spec().padding;
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    StridedImage<Scalar> image{dx.column(s), rowOf(in), in.channels};
    if (needsPlane()) image = {room.plane, planeWidth() * in.channels, in.channels};
    forEachPart([&](const Part& part) {
      const Index tiles = part.tiles.count();
      winograd::transformGradient<Scalar>(
          part.tiles, out.channels,
          {dy.column(s) + part.row * rowOf(out), rowOf(out), out.channels}, part.rows, out.width,
          room.outputs);
      for (Index p = 0; p < kProducts; ++p)
        multiplyInPlace<Scalar>(in.channels, tiles, {out.channels},
                                {weight + p * in.channels * out.channels, 1, in.channels},
                                {room.outputs + p * tiles * out.channels, out.channels, 1},
                                {room.images + p * tiles * in.channels, in.channels});
      winograd::transformBack<Scalar>(part.tiles, in.channels, room.images, part.row > 0,
                                      {image.data + part.row * image.row, image.row, in.channels});
    });
    if (!needsPlane()) continue;
    for (Index row = 0; row < in.height; ++row)
      std::copy_n(room.plane + ((row + padding) * planeWidth() + padding) * in.channels, rowOf(in),
                  dx.column(s) + row * rowOf(in));
  }
}

template <typename Scalar>
void WinogradConv2d<Scalar>::doBackwardParameters(const Pass&, const ParameterBlock& block,
                                                  Columns<const Scalar> x, Columns<const Scalar> dy,
                                                  const GradientTarget<Scalar>* targets,
                                                  const Workspace& work) const {
  const Shape out = this->outputShape();
  const Index size = this->inputShape().channels * out.channels;
  const Scratch room = scratch(work);
  if (needsPlane()) std::fill_n(room.plane, planeSize(), Scalar(0));
  std::fill_n(room.weight, kProducts * size, Scalar(0));
  for (Index s = block.sample; s < block.sample + block.samples; ++s)
    addWeightGradient(bordered(x.column(s), room.plane), dy.column(s), room);
  winograd::transformKernelBack(size, room.weight, targets[0].alpha, targets[0].beta,
                                targets[0].data);
  if (this->bias().size() == 0) return;
  GradientTarget<Scalar> bias = targets[1];
  for (Index s = block.sample; s < block.sample + block.samples; ++s, bias.beta = 1)
    this->sumBiasGradient({dy.column(s), rowOf(out), out.channels}, bias, room.images);
}

/// What one sample gives to the transformed weight.
template <typename Scalar>
void WinogradConv2d<Scalar>::addWeightGradient(StridedImage<const Scalar> image, const Scalar* dy,
                                               const Scratch& room) const {
  const Shape out = this->outputShape();
  const Index inputs = this->inputShape().channels;
  const Index outputs = out.channels;
  forEachPart([&](const Part& part) {
    const Index tiles = part.tiles.count();
    winograd::transformImage<Scalar>(
        part.tiles, inputs, {image.data + part.row * image.row, image.row, inputs}, room.images);
    winograd::transformGradient<Scalar>(part.tiles, outputs,
                                        {dy + part.row * rowOf(out), rowOf(out), outputs},
                                        part.rows, out.width, room.outputs);
    for (Index p = 0; p < kProducts; ++p)
      multiplyInPlace<Scalar>(outputs, inputs, {tiles},
                              {room.outputs + p * tiles * outputs, 1, outputs},
                              {room.images + p * tiles * inputs, 1, inputs},
                              {room.weight + p * inputs * outputs, outputs, 1, 1});
  });
}

template <typename Scalar>
bool WinogradConv2d<Scalar>::needsPlane() const {
  const Shape out = this->outputShape();
  return this->spec().padding > 0 || out.height % 2 != 0 || out.width % 2 != 0;
}

/// The sample with its border of zeros; `plane` has the zeros already.
template <typename Scalar>
StridedImage<const Scalar> WinogradConv2d<Scalar>::bordered(const Scalar* sample,
                                                            Scalar* plane) const {
  const Shape in = this->inputShape();
  if (needsPlane()) return this->onPlane(sample, plane, planeWidth());
  return {sample, rowOf(in), in.channels};
}

template class WinogradConv2d<float>;
template class WinogradConv2d<double>;

}  // namespace inkling
