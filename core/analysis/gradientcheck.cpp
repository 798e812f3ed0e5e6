// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/gradientcheck.h"

#include "core/base/random.h"
#include "core/data/batchgather.h"
#include "core/loss/softmaxcrossentropy.h"
#include "core/model/passrunner.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

constexpr double kStep = 1e-5;
constexpr double kLeastScale = 1e-4;

// The network in double precision with a batch to measure its loss on.
class Probe {
public:
  Probe(const Model& model, const DataView& batch)
      : m_network(model.network.cast<double>()),
        m_work(m_network, batch.count(), 1, true),
        m_labels(static_cast<std::size_t>(batch.count())),
        m_pass{true, 0, 0, batch.count()} {
    const Index size = m_network.inputShape().size();
    Matrix<float> input(size, batch.count());
    BatchGather(batch, model.recipe.data, AugmentSpec{}, 0)
        .gatherPlain(0, batch.count(), {input.data(), size}, m_labels);
    std::copy_n(input.data(), input.size(), m_work.input().column(0));
  }

  double loss() {
    PassRunner<double>(m_network, m_work, m_alone).forward(m_pass);
    return softmaxCrossEntropy<double>(m_work.logits(), m_labels, 0, m_work.logitsGradient(),
                                       static_cast<double>(m_pass.batch))
               .loss /
           static_cast<double>(m_pass.batch);
  }

  std::vector<Matrix<double>> gradients() {
    loss();
    PassRunner<double>(m_network, m_work, m_alone).backward(m_pass);
    return m_work.gradients();
  }

  /// (loss(w + h) − loss(w − h)) / 2h
  double slope(double& weight, double h) {
    const double before = weight;
    weight = before + h;
    const double above = loss();
    weight = before - h;
    const double below = loss();
    weight = before;
    return (above - below) / (2 * h);
  }

  Network<double>& network() { return m_network; }

private:
  Network<double> m_network;
  Workspace<double> m_work;
  std::vector<std::uint8_t> m_labels;
  Pass m_pass;
  ThreadTeam m_alone{1};
};

double relativeError(double a, double b) {
  return std::abs(a - b) / std::max({std::abs(a), std::abs(b), kLeastScale});
}

void checkElement(Probe& probe, double& weight, double computed, ParameterCheck& check) {
  const double numeric = probe.slope(weight, kStep);
  // On smooth ground half the step gives the same slope; across a kink it does not.
  if (relativeError(numeric, probe.slope(weight, kStep / 2)) > 1e-4) {
    ++check.kinks;
    return;
  }
  ++check.checked;
  check.largestError = std::max(check.largestError, relativeError(computed, numeric));
}

}  // namespace

double GradientReport::largestError() const {
  double largest = 0;
  for (const ParameterCheck& check : parameters) largest = std::max(largest, check.largestError);
  return largest;
}

int GradientReport::checked() const {
  int count = 0;
  for (const ParameterCheck& check : parameters) count += check.checked;
  return count;
}

GradientReport checkGradients(const Model& model, const DataView& batch, int perParameter,
                              const std::atomic<bool>* cancel) {
  Probe probe(model, batch);
  const std::vector<Matrix<double>> gradients = probe.gradients();
  auto parameters = probe.network().parameters();
  GradientReport report;
  for (std::size_t k = 0; k < parameters.size(); ++k) {
    ParameterCheck check;
    check.name = parameters[k].name;
    Matrix<double>& values = *parameters[k].value;
    const auto order = shuffled(static_cast<std::uint32_t>(values.size()), k, 0);
    const auto used = std::min(order.size(), static_cast<std::size_t>(perParameter));
    for (std::size_t i = 0; i < used; ++i) {
      if (cancel && cancel->load(std::memory_order_relaxed)) return report;
      checkElement(probe, values.data()[order[i]], gradients[k].data()[order[i]], check);
    }
    report.parameters.push_back(check);
  }
  return report;
}

}  // namespace inkling
