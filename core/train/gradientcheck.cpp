// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/gradientcheck.h"

#include "core/base/numbers.h"
#include "core/base/random.h"
#include "core/loss/classweights.h"
#include "core/loss/softmaxcrossentropy.h"
#include "core/model/fits.h"
#include "core/model/passrunner.h"
#include "core/train/trainingstep.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace inkling {
namespace {

// The error of the extrapolated difference falls with h⁴, that of rounding grows with 1/h.
constexpr double kDistance = 5e-4;
// Gradients are compared relative to at least this share of the largest one.
constexpr double kFloor = 1e-3;

/// The loss as a function of the parameters, and on which side of its corners it stands.
class LossFunction {
public:
  LossFunction(const Recipe& recipe, Network<double>& network, const Matrix<double>& input,
               std::span<const Label> labels, const GradientCheckOptions& options)
      : m_network(network),
        m_labels(labels),
        m_classWeights(options.classWeights),
        m_smoothing(recipe.labelSmoothing),
        m_pass{true, recipe.seed, options.step, input.cols()},
        m_work(network, input.cols(), 1, WorkspaceUse::Inspection),
        m_runner(network, m_work, m_team) {
    std::copy_n(input.data(), input.size(), m_work.input().data);
  }

  /// The mean loss; `sides`, if wanted, gets one number for every switch.
  double operator()(std::vector<int>& sides) {
    m_runner.forward(m_pass);
    sides.clear();
    for (int i = 0; i < m_network.layerCount(); ++i) {
      const LayerKind kind = m_network.layer(i).spec().kind;
      if (kind == LayerKind::ReLU) addSigns(i, sides);
      if (kind == LayerKind::MaxPool2d) addMaxima(i, sides);
    }
    double sum = 0;
    for (std::size_t s = 0; s < m_labels.size(); ++s) sum += weightedLoss(s);
    return sum / static_cast<double>(m_labels.size());
  }

private:
  double weightedLoss(std::size_t sample) {
    const auto column = [&](const auto& columns) {
      return Columns<double>(columns.column(static_cast<Index>(sample)), columns.rows);
    };
    const double loss =
        softmaxCrossEntropy<double>(column(m_work.logits()), m_labels.subspan(sample, 1),
                                    m_smoothing, column(m_work.logitsGradient()), 1)
            .loss;
    return m_classWeights.empty() ? loss : weightOf(m_labels[sample], m_classWeights) * loss;
  }

  void addSigns(int layer, std::vector<int>& sides) {
    const Columns<double> y = m_work.output(layer);
    for (Index i = 0; i < y.rows * m_pass.batch; ++i) sides.push_back(y.data[i] > 0 ? 1 : 0);
  }

  /// Which element of every window is the largest. The input of a pool is never overwritten.
  void addMaxima(int layer, std::vector<int>& sides) {
    const LayerSpec& spec = m_network.layer(layer).spec();
    const Shape in = m_network.layer(layer).inputShape();
    const Shape out = m_network.layer(layer).outputShape();
    const Columns<double> x = m_work.output(layer - 1);
    for (Index sample = 0; sample < m_pass.batch; ++sample)
      for (int at = 0; at < out.size(); ++at) {
        const int row = at / out.channels / out.width * spec.stride;
        const int column = at / out.channels % out.width * spec.stride;
        const double* window =
            x.column(sample) + (row * in.width + column) * in.channels + at % out.channels;
        int top = 0;
        const auto value = [&](int i) {
          return window[(i / spec.kernel * in.width + i % spec.kernel) * in.channels];
        };
        for (int i = 1; i < spec.kernel * spec.kernel; ++i)
          if (value(i) > value(top)) top = i;
        sides.push_back(top);
      }
  }

  const Network<double>& m_network;
  std::span<const Label> m_labels;
  std::span<const double> m_classWeights;
  double m_smoothing;
  Pass m_pass;
  ThreadTeam m_team{1};
  Workspace<double> m_work;
  PassRunner<double> m_runner;
};

std::vector<Matrix<double>> backpropagated(const Recipe& recipe, Network<double>& network,
                                           const Matrix<double>& input,
                                           std::span<const Label> labels,
                                           const GradientCheckOptions& options) {
  const int count = static_cast<int>(input.cols());
  ThreadTeam team(1);
  TrainingStep<double> training(recipe, network, team, count);
  std::copy_n(input.data(), input.size(), training.input().data);
  std::copy(labels.begin(), labels.end(), training.labels(labels.size()).begin());
  training.setClassWeights(options.classWeights);
  training.differentiate(count, options.step);
  return training.gradients();
}

/// Some elements of a matrix of this size, in order.
std::vector<Index> chosenElements(Index size, const GradientCheckOptions& options,
                                  std::uint32_t parameter) {
  std::vector<Index> elements(static_cast<std::size_t>(size));
  std::iota(elements.begin(), elements.end(), Index(0));
  if (options.elements <= 0 || size <= options.elements) return elements;
  const auto count = static_cast<std::size_t>(options.elements);
  Random random(options.seed, RandomPurpose::Analysis, parameter);
  for (std::size_t i = 0; i < count; ++i)
    std::swap(elements[i],
              elements[i + random.below(static_cast<std::uint32_t>(elements.size() - i))]);
  elements.resize(count);
  std::sort(elements.begin(), elements.end());
  return elements;
}

/// Central differences of a loss; notices corners.
class Differences {
public:
  explicit Differences(LossFunction& loss) : m_loss(loss) { m_loss(m_here); }

  /// False if there is a corner between θ−h and θ+h.
  bool measure(double& parameter, double& slope) {
    const double h = kDistance * std::max(1.0, std::abs(parameter));
    double wide = 0;
    double narrow = 0;
    if (!difference(parameter, h, wide) || !difference(parameter, h / 2, narrow)) return false;
    slope = (4 * narrow - wide) / 3;
    return true;
  }

private:
  bool difference(double& parameter, double h, double& slope) {
    const double value = parameter;
    bool smooth = true;
    const auto at = [&](double moved) {
      parameter = moved;
      const double loss = m_loss(m_there);
      smooth = smooth && m_there == m_here;
      return loss;
    };
    const double above = value + h;
    const double below = value - h;
    slope = (at(above) - at(below)) / (above - below);
    parameter = value;
    return smooth;
  }

  LossFunction& m_loss;
  std::vector<int> m_here;
  std::vector<int> m_there;
};

double largestOf(const std::vector<Matrix<double>>& gradients) {
  double largest = 0;
  for (const auto& gradient : gradients)
    if (gradient.size() > 0) largest = std::max(largest, gradient.cwiseAbs().maxCoeff());
  return largest;
}

/// Takes one comparison into the report. An error that is not a number is the largest there is.
void take(ParameterCheck& check, Index element, double analytic, double measured, double floor) {
  ++check.checked;
  const double scale = std::max({std::abs(analytic), std::abs(measured), floor});
  double error = scale > 0 ? std::abs(analytic - measured) / scale : 0;
  if (!std::isfinite(error)) error = HUGE_VAL;
  if (check.checked > 1 && error <= check.largestError) return;
  check.largestError = error;
  check.element = element;
  check.backpropagated = analytic;
  check.measured = measured;
}

}  // namespace

GradientReport checkGradients(const Recipe& recipe, Network<double> network,
                              const Matrix<double>& input, std::span<const Label> labels,
                              const GradientCheckOptions& options) {
  const auto gradients = backpropagated(recipe, network, input, labels, options);
  const double floor = kFloor * largestOf(gradients);
  LossFunction loss(recipe, network, input, labels, options);
  Differences differences(loss);
  GradientReport report;
  const auto parameters = network.parameters();
  for (std::size_t p = 0; p < parameters.size(); ++p) {
    ParameterCheck check;
    check.name = parameters[p].name;
    const Index size = parameters[p].value->size();
    for (const Index i : chosenElements(size, options, static_cast<std::uint32_t>(p))) {
      if (options.cancel && options.cancel->load(std::memory_order_relaxed)) return report;
      double measured = 0;
      if (differences.measure(parameters[p].value->data()[i], measured))
        take(check, i, gradients[p].data()[i], measured, floor);
      else
        ++check.kinks;
    }
    report.parameters.push_back(std::move(check));
  }
  return report;
}

GradientReport checkGradients(const Model& model, const DataView& samples,
                              const GradientCheckOptions& options) {
  requireFits(model.network, samples);
  const Network<double> network = model.network.cast<double>();
  const DataSpec& data = model.recipe.data;
  Matrix<double> input(network.inputShape().size(), samples.count());
  std::vector<Label> labels;
  for (int s = 0; s < samples.count(); ++s) {
    const auto image = samples.image(s);
    for (std::size_t i = 0; i < image.size(); ++i)
      input(static_cast<Index>(i), s) = (image[i] / 255.0 - data.mean) / data.std;
    labels.push_back(static_cast<Label>(samples.label(s)));
  }
  return checkGradients(model.recipe, network, input, labels, options);
}

double GradientReport::largestError() const {
  double largest = 0;
  for (const ParameterCheck& check : parameters) largest = std::max(largest, check.largestError);
  return largest;
}

int GradientReport::checked() const {
  int sum = 0;
  for (const ParameterCheck& check : parameters) sum += check.checked;
  return sum;
}

int GradientReport::kinks() const {
  int sum = 0;
  for (const ParameterCheck& check : parameters) sum += check.kinks;
  return sum;
}

std::string GradientReport::worst() const {
  const ParameterCheck* found = nullptr;
  for (const ParameterCheck& check : parameters)
    if (!found || check.largestError > found->largestError) found = &check;
  if (!found) return "nothing was compared";
  return found->name + "[" + std::to_string(found->element) + "]: backpropagated " +
         significant(found->backpropagated, 12) + ", measured " + significant(found->measured, 12) +
         ", relative error " + significant(found->largestError, 3);
}

}  // namespace inkling
