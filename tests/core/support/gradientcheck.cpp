// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/gradientcheck.h"

#include "core/base/random.h"

namespace inkling::test {

Network<double> randomNetwork(Shape input, const std::vector<LayerSpec>& layers,
                              std::uint64_t seed) {
  Network<double> network(input, layers);
  network.initialise(seed);
  std::uint32_t index = 0;
  for (const auto& parameter : network.parameters()) {
    Random random(seed, RandomPurpose::Analysis, index++);
    const bool weight = parameter.decays;
    for (Index i = 0; i < parameter.value->size() && !weight; ++i)
      parameter.value->data()[i] += random.uniform(-0.3, 0.3);
  }
  return network;
}

Matrix<double> randomInput(Index rows, Index samples, std::uint64_t seed) {
  Matrix<double> input(rows, samples);
  Random random(seed, RandomPurpose::Analysis);
  for (Index i = 0; i < input.size(); ++i) input.data()[i] = random.uniform(-1, 1);
  return input;
}

GradientReport checkGradients(const GradientCase& problem) {
  Recipe recipe;
  recipe.layers = problem.layers;
  recipe.labelSmoothing = problem.smoothing;
  const Network<double> network = randomNetwork(problem.input, problem.layers);
  std::vector<Label> labels = problem.labels;
  for (int s = 0; labels.empty() || s < problem.samples; ++s) {
    if (s < static_cast<int>(labels.size())) continue;
    labels.push_back(static_cast<Label>(s % network.outputs()));
  }
  GradientCheckOptions options;
  options.step = 3;
  options.classWeights = problem.classWeights;
  return inkling::checkGradients(
      recipe, network, randomInput(problem.input.size(), problem.samples), labels, options);
}

std::string complaint(const GradientReport& report) {
  constexpr double kAllowed = 1e-6;
  constexpr double kMostKinks = 0.2;
  if (report.checked() == 0) return "nothing was compared";
  if (report.kinks() > kMostKinks * (report.checked() + report.kinks()))
    return "too much was left out: " + std::to_string(report.kinks()) + " kinks, " +
           std::to_string(report.checked()) + " compared";
  // Not ≥, so that an error that is no number is a complaint.
  if (!(report.largestError() < kAllowed)) return report.worst();
  return {};
}

}  // namespace inkling::test
