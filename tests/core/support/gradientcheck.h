// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/gradientcheck.h"

#include <vector>

namespace inkling::test {

/// A small network on random numbers whose gradients are to be checked.
struct GradientCase {
  Shape input{1, 1, 5};
  std::vector<LayerSpec> layers;
  int samples = 4;
  double smoothing = 0;
  std::vector<Label> labels{};         ///< empty: 0, 1, 2, … over the classes
  std::vector<double> classWeights{};  ///< empty: none
};

/// Weights and biases drawn so that nothing stands at rest: also the parameters of batch norm.
Network<double> randomNetwork(Shape input, const std::vector<LayerSpec>& layers,
                              std::uint64_t seed = 7);

/// U(−1, 1), one column a sample.
Matrix<double> randomInput(Index rows, Index samples, std::uint64_t seed = 11);

/// Compares every element of every parameter.
GradientReport checkGradients(const GradientCase& problem);

/// What is wrong with a report; empty if nothing is: all errors below 1e-6 and most elements
/// compared.
std::string complaint(const GradientReport& report);

}  // namespace inkling::test
