// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/layer.h"

#include "core/layers/activation.h"
#include "core/layers/batchnorm.h"
#include "core/layers/conv2d.h"
#include "core/layers/dense.h"
#include "core/layers/dropout.h"
#include "core/layers/flatten.h"
#include "core/layers/maxpool2d.h"
#include "core/tensor/inputruns.h"

#include <cassert>

namespace inkling {

template <typename Scalar>
Layer<Scalar>::Layer(LayerSpec spec, Shape input)
    : m_spec(spec),
      m_input(input),
      m_output(inkling::outputShape(spec, input)) {}

template <typename Scalar>
void Layer<Scalar>::forward(const Pass& pass, const Block& block, Columns<const Scalar> x,
                            Columns<Scalar> y, const Workspace& work) const {
  assert(x.rows == (work.inputs ? work.inputs->stride() : m_input.size()));
  assert(y.rows == m_output.size());
  assert(block.row + block.rows <= y.rows && block.sample + block.samples <= pass.batch);
  doForward(pass, block, x, y, work);
}

template <typename Scalar>
void Layer<Scalar>::backwardInput(const Pass& pass, const Block& block, Columns<const Scalar> x,
                                  Columns<const Scalar> y, Columns<const Scalar> dy,
                                  Columns<Scalar> dx, const Workspace& work) const {
  assert(dy.rows == m_output.size() && dx.rows == m_input.size());
  assert(block.row + block.rows <= dx.rows && block.sample + block.samples <= pass.batch);
  doBackwardInput(pass, block, x, y, dy, dx, work);
}

template <typename Scalar>
void Layer<Scalar>::backwardParameters(const Pass& pass, const ParameterBlock& block,
                                       Columns<const Scalar> x, Columns<const Scalar> dy,
                                       const GradientTarget<Scalar>* targets,
                                       const Workspace& work) const {
  assert(x.rows == (work.inputs ? work.inputs->stride() : m_input.size()));
  assert(dy.rows == m_output.size() && block.sample + block.samples <= pass.batch);
  doBackwardParameters(pass, block, x, dy, targets, work);
}

template <typename Scalar>
std::unique_ptr<Layer<Scalar>> makeLayer(const LayerSpec& spec, Shape input) {
  switch (spec.kind) {
    case LayerKind::Dense:
      return std::make_unique<Dense<Scalar>>(spec, input);
    case LayerKind::Conv2d:
      return makeConv2d<Scalar>(spec, input);
    case LayerKind::MaxPool2d:
      return std::make_unique<MaxPool2d<Scalar>>(spec, input);
    case LayerKind::ReLU:
      return std::make_unique<ReLU<Scalar>>(spec, input);
    case LayerKind::Tanh:
      return std::make_unique<Tanh<Scalar>>(spec, input);
    case LayerKind::Sigmoid:
      return std::make_unique<Sigmoid<Scalar>>(spec, input);
    case LayerKind::Flatten:
      return std::make_unique<Flatten<Scalar>>(spec, input);
    case LayerKind::Dropout:
      return std::make_unique<Dropout<Scalar>>(spec, input);
    case LayerKind::BatchNorm:
      return std::make_unique<BatchNorm<Scalar>>(spec, input);
  }
  return nullptr;
}

template class Layer<float>;
template class Layer<double>;
template INKLING_CORE_API std::unique_ptr<Layer<float>> makeLayer(const LayerSpec&, Shape);
template INKLING_CORE_API std::unique_ptr<Layer<double>> makeLayer(const LayerSpec&, Shape);

}  // namespace inkling
