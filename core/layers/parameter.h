// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/types.h"

#include <string>
#include <vector>

namespace inkling {

/// One trainable matrix of a network.
template <typename Scalar>
struct Parameter {
  std::string name;  ///< "layers.0.weight"
  Matrix<Scalar>*
      value;  ///< dense: outputs×inputs; conv2d: channels×(kernel·kernel·inputs); bias: outputs×1
  std::vector<int> fileShape;  ///< row-major extents in files: {outputs, inputs}, {channels, k, k,
                               ///< inputs}, {outputs}
  bool decays;                 ///< weight decay applies
};
template <typename Scalar>
struct ConstParameter {
  std::string name;
  const Matrix<Scalar>* value;
  std::vector<int> fileShape;
  bool decays;
};

}  // namespace inkling
