// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer.h"

namespace inkling {

/// In training drops each element with probability `rate` and scales the others by 1/(1−rate)
/// (inverted dropout, Srivastava et al. 2014); otherwise passes everything on. The mask is a pure
/// function of (seed, step, layer, sample, element), so it is drawn again in the backward pass
/// instead of being remembered.
template <typename Scalar>
class Dropout final : public Layer<Scalar> {
public:
  using Layer<Scalar>::Layer;
  std::unique_ptr<Layer<Scalar>> clone() const override { return std::make_unique<Dropout>(*this); }
  Division division() const override { return Division::Elements; }

private:
  using typename Layer<Scalar>::Workspace;
  void doForward(const Pass& pass, const Block& block, Columns<const Scalar> x, Columns<Scalar> y,
                 const Workspace& work) const override;
  void doBackwardInput(const Pass& pass, const Block& block, Columns<const Scalar> x,
                       Columns<const Scalar> y, Columns<const Scalar> dy, Columns<Scalar> dx,
                       const Workspace& work) const override;
  void mask(const Pass& pass, const Block& block, Columns<const Scalar> from, Columns<Scalar> to,
            int layer) const;
};

}  // namespace inkling
