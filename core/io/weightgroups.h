// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensorfile.h"
#include "core/recipe/layerspec.h"

#include <string>
#include <vector>

namespace inkling {

/// The arrays of one layer in another program's file.
struct WeightGroup {
  std::string name;  ///< what they have in common: "features.0", "2" of W2 and b2
  const Tensor* weight = nullptr;
  const Tensor* bias = nullptr;
  const Tensor* mean = nullptr;  ///< of batch norm: running_mean, running_var
  const Tensor* variance = nullptr;

  /// By the number of dimensions of its weight and by what else there is.
  LayerKind kind() const;
};

/// How the arrays of a file are called.
enum class WeightNames {
  Dotted,  ///< PyTorch's, and ours: "fc1.weight", "layers.0.bias", "bn1.running_mean"
  Plain,   ///< notebooks': "W1" and "b1", "W" and "b", or "arr_0", "arr_1", … in turn
};

struct WeightGroups {
  WeightNames names = WeightNames::Dotted;
  /// In the order of the layers as far as names tell it: numbers by their value ("fc2" before
  /// "fc10"), and what differs in words as the file has it.
  std::vector<WeightGroup> groups;
};

/// Sorts the tensors by layer; the groups point into `file`. Counters of batches are left out.
/// Throws Error, naming `source`, if a name tells nothing, or something is there twice.
WeightGroups groupWeights(const TensorFile& file, const std::string& source);

/// Whether names tell which of two groups comes first: they differ first in a number, or one is the
/// other's beginning.
bool namesTellOrder(const std::string& a, const std::string& b);

}  // namespace inkling
