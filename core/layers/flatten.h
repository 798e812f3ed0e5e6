// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer.h"

#include <algorithm>

namespace inkling {

/// Forgets height and width. Activations are columns already, so this only renames the shape.
template <typename Scalar>
class Flatten final : public Layer<Scalar> {
public:
  using Layer<Scalar>::Layer;
  std::unique_ptr<Layer<Scalar>> clone() const override { return std::make_unique<Flatten>(*this); }
  Division division() const override { return Division::Elements; }
  bool worksInPlace() const override { return true; }

private:
  using typename Layer<Scalar>::Workspace;
  void doForward(const Pass&, const Block& block, Columns<const Scalar> x, Columns<Scalar> y,
                 const Workspace&) const override {
    copy(block, x, y);
  }
  void doBackwardInput(const Pass&, const Block& block, Columns<const Scalar>,
                       Columns<const Scalar>, Columns<const Scalar> dy, Columns<Scalar> dx,
                       const Workspace&) const override {
    copy(block, dy, dx);
  }
  static void copy(const Block& block, Columns<const Scalar> from, Columns<Scalar> to) {
    if (from.column(block.sample) == to.column(block.sample)) return;
    for (Index s = block.sample; s < block.sample + block.samples; ++s)
      std::copy_n(from.column(s) + block.row, block.rows, to.column(s) + block.row);
  }
};

}  // namespace inkling
