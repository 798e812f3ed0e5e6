// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/calibration.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

constexpr double kLeast = 0.05;
constexpr double kMost = 20;
// Probabilities below the smallest normal float have lost their logarithm.
constexpr double kSmallest = 1e-38;

// Logits up to a constant: the logarithms of the probabilities of one sample.
void logitsOf(const Predictions& predictions, std::size_t sample, std::vector<double>& logits) {
  const auto classes = static_cast<std::size_t>(predictions.classes);
  for (std::size_t c = 0; c < classes; ++c) {
    const auto p = static_cast<double>(predictions.probabilities[sample * classes + c]);
    logits[c] = std::log(std::max(p, kSmallest));
  }
}

// Softmax of β·logits into `p`; returns log Σ e^(β·(logits − maximum)).
double scaledSoftmax(const std::vector<double>& logits, double beta, std::vector<double>& p) {
  const double top = *std::max_element(logits.begin(), logits.end());
  double sum = 0;
  for (std::size_t c = 0; c < logits.size(); ++c) sum += p[c] = std::exp(beta * (logits[c] - top));
  for (double& value : p) value /= sum;
  return std::log(sum);
}

struct Derivatives {
  double first = 0;
  double second = 0;
};

// Of the summed loss with respect to β = 1/T: E[z] − z_y, and the variance of z.
Derivatives derivatives(const Predictions& predictions, double beta) {
  std::vector<double> z(static_cast<std::size_t>(predictions.classes));
  std::vector<double> p(z.size());
  Derivatives sum;
  for (std::size_t i = 0; i < predictions.labels.size(); ++i) {
    logitsOf(predictions, i, z);
    scaledSoftmax(z, beta, p);
    double mean = 0;
    double square = 0;
    for (std::size_t c = 0; c < z.size(); ++c) {
      mean += p[c] * z[c];
      square += p[c] * z[c] * z[c];
    }
    sum.first += mean - z[predictions.labels[i]];
    sum.second += square - mean * mean;
  }
  return sum;
}

}  // namespace

std::vector<ReliabilityBin> reliability(const Predictions& predictions, int bins) {
  std::vector<ReliabilityBin> found(static_cast<std::size_t>(bins));
  for (int b = 0; b < bins; ++b) {
    found[static_cast<std::size_t>(b)].low = static_cast<double>(b) / bins;
    found[static_cast<std::size_t>(b)].high = static_cast<double>(b + 1) / bins;
  }
  for (int i = 0; i < predictions.count(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    const auto confidence = static_cast<double>(predictions.confidence(i));
    const int b = std::clamp(static_cast<int>(confidence * bins), 0, bins - 1);
    ReliabilityBin& bin = found[static_cast<std::size_t>(b)];
    ++bin.count;
    bin.confidence += confidence;
    bin.accuracy += predictions.predicted[at] == predictions.labels[at] ? 1 : 0;
  }
  for (ReliabilityBin& bin : found) {
    if (bin.count == 0) continue;
    bin.confidence /= bin.count;
    bin.accuracy /= bin.count;
  }
  return found;
}

double calibrationError(const std::vector<ReliabilityBin>& bins) {
  double total = 0;
  double error = 0;
  for (const ReliabilityBin& bin : bins) {
    total += bin.count;
    error += bin.count * std::abs(bin.accuracy - bin.confidence);
  }
  return total > 0 ? error / total : 0;
}

double fitTemperature(const Predictions& predictions) {
  if (predictions.count() == 0) return 1;
  double low = 1 / kMost;
  double high = 1 / kLeast;
  double beta = 1;
  constexpr int kMostSteps = 60;
  for (int step = 0; step < kMostSteps; ++step) {
    const Derivatives d = derivatives(predictions, beta);
    (d.first > 0 ? high : low) = beta;
    double next = d.second > 0 ? beta - d.first / d.second : low;
    if (!(next > low && next < high)) next = (low + high) / 2;  // Newton left the bracket
    const bool settled = std::abs(next - beta) <= 1e-9 * beta;
    beta = next;
    if (settled) break;
  }
  return 1 / beta;
}

Predictions withTemperature(const Predictions& predictions, double temperature) {
  Predictions result = predictions;
  const auto classes = static_cast<std::size_t>(predictions.classes);
  std::vector<double> z(classes);
  std::vector<double> p(classes);
  const double beta = 1 / temperature;
  for (std::size_t i = 0; i < predictions.labels.size(); ++i) {
    logitsOf(predictions, i, z);
    const double logSum = scaledSoftmax(z, beta, p);
    const double top = *std::max_element(z.begin(), z.end());
    result.losses[i] = static_cast<float>(logSum - beta * (z[predictions.labels[i]] - top));
    for (std::size_t c = 0; c < classes; ++c)
      result.probabilities[i * classes + c] = static_cast<float>(p[c]);
  }
  return result;
}

}  // namespace inkling
