// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/layer.h"

#include <vector>

namespace inkling {

/// Weight, then bias, as far as the layer has them, to read.
template <typename Scalar>
std::vector<const Matrix<Scalar>*> parametersOf(const Layer<Scalar>& layer) {
  // The list is made by the same virtual for both; nobody writes through this one.
  const auto all = const_cast<Layer<Scalar>&>(layer).parameters();
  return {all.begin(), all.end()};
}

}  // namespace inkling
