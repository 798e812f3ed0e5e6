// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer.h"

namespace inkling {

/// An elementwise function whose derivative follows from its value y. `Function` has value(x) and
/// slope(y).
template <typename Scalar, typename Function>
class Activation final : public Layer<Scalar> {
public:
  using Layer<Scalar>::Layer;
  std::unique_ptr<Layer<Scalar>> clone() const override {
    return std::make_unique<Activation>(*this);
  }
  Division division() const override { return Division::Elements; }
  bool worksInPlace() const override { return true; }
  bool needsOutput() const override { return true; }

private:
  using typename Layer<Scalar>::Workspace;
  void doForward(const Pass& pass, const Block& block, Columns<const Scalar> x, Columns<Scalar> y,
                 const Workspace& work) const override;
  void doBackwardInput(const Pass& pass, const Block& block, Columns<const Scalar> x,
                       Columns<const Scalar> y, Columns<const Scalar> dy, Columns<Scalar> dx,
                       const Workspace& work) const override;
};

/// max(0, x); the slope at 0 is 0. What is not a number stays so: weights that are lost must show
/// in the loss.
struct ReLUFunction {
  template <typename Scalar>
  static Scalar value(Scalar x) {
    return Scalar(0) > x ? Scalar(0) : x;
  }
  template <typename Scalar>
  static Scalar gradient(Scalar y, Scalar dy) {
    return y > 0 ? dy : Scalar(0);
  }
};

struct TanhFunction {
  template <typename Scalar>
  static Scalar value(Scalar x);
  template <typename Scalar>
  static Scalar gradient(Scalar y, Scalar dy) {
    return dy * (1 - y * y);
  }
};

/// 1 / (1 + e^−x)
struct SigmoidFunction {
  template <typename Scalar>
  static Scalar value(Scalar x);
  template <typename Scalar>
  static Scalar gradient(Scalar y, Scalar dy) {
    return dy * (y * (1 - y));
  }
};

template <typename Scalar>
using ReLU = Activation<Scalar, ReLUFunction>;
template <typename Scalar>
using Tanh = Activation<Scalar, TanhFunction>;
template <typename Scalar>
using Sigmoid = Activation<Scalar, SigmoidFunction>;

}  // namespace inkling
