// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/activation.h"

#include "core/tensor/exponential.h"

namespace inkling {

template <typename Scalar>
Scalar SigmoidFunction::value(Scalar x) {
  return 1 / (1 + exponential(-x));
}

template <typename Scalar>
Scalar TanhFunction::value(Scalar x) {
  // tanh x = 2·sigmoid(2x) − 1, to an absolute error of one rounding.
  return 2 / (1 + exponential(-2 * x)) - 1;
}

template <typename Scalar, typename Function>
void Activation<Scalar, Function>::doForward(const Pass&, const Block& block,
                                             Columns<const Scalar> x, Columns<Scalar> y,
                                             const Workspace&) const {
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    const Scalar* from = x.column(s) + block.row;
    Scalar* to = y.column(s) + block.row;
#pragma GCC ivdep
    for (Index i = 0; i < block.rows; ++i) to[i] = Function::value(from[i]);
  }
}

template <typename Scalar, typename Function>
void Activation<Scalar, Function>::doBackwardInput(const Pass&, const Block& block,
                                                   Columns<const Scalar>, Columns<const Scalar> y,
                                                   Columns<const Scalar> dy, Columns<Scalar> dx,
                                                   const Workspace&) const {
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    const Scalar* value = y.column(s) + block.row;
    const Scalar* from = dy.column(s) + block.row;
    Scalar* to = dx.column(s) + block.row;
#pragma GCC ivdep
    for (Index i = 0; i < block.rows; ++i) {
      const Scalar gradient = from[i];
      to[i] = Function::gradient(value[i], gradient);
    }
  }
}

template class Activation<float, ReLUFunction>;
template class Activation<double, ReLUFunction>;
template class Activation<float, TanhFunction>;
template class Activation<double, TanhFunction>;
template class Activation<float, SigmoidFunction>;
template class Activation<double, SigmoidFunction>;

}  // namespace inkling
