// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loss/softmaxcrossentropy.h"

#include "core/tensor/exponential.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

/// e^(z − max) into `to`; returns the sum.
template <typename Scalar>
Scalar shiftedExponentials(const Scalar* z, Index classes, Scalar maximum, Scalar* to) {
  for (Index i = 0; i < classes; ++i) to[i] = exponential(z[i] - maximum);
  Scalar sum = 0;
  for (Index i = 0; i < classes; ++i) sum += to[i];
  return sum;
}

/// Weight of the true class, and of every class, in the target.
struct TargetWeights {
  double label;
  double each;
};

TargetWeights weightsOf(Label label, Index classes, double smoothing) {
  const double uniform = 1.0 / static_cast<double>(classes);
  if (label == kNoClass) return {0, uniform};
  return {1 - smoothing, smoothing * uniform};
}

}  // namespace

template <typename Scalar>
void softmax(const Scalar* logits, Index classes, Scalar* probabilities) {
  const Scalar maximum = *std::max_element(logits, logits + classes);
  const Scalar factor = 1 / shiftedExponentials(logits, classes, maximum, probabilities);
  for (Index i = 0; i < classes; ++i) probabilities[i] *= factor;
}

template <typename Scalar>
BatchLoss softmaxCrossEntropy(Columns<const Scalar> logits, std::span<const Label> labels,
                              double smoothing, Columns<Scalar> gradient, double divisor,
                              double ceiling) {
  const Index classes = logits.rows;
  BatchLoss total;
  for (std::size_t s = 0; s < labels.size(); ++s) {
    const Scalar* z = logits.column(static_cast<Index>(s));
    Scalar* to = gradient.column(static_cast<Index>(s));
    const Scalar* top = std::max_element(z, z + classes);
    const auto maximum = static_cast<double>(*top);
    const TargetWeights weights = weightsOf(labels[s], classes, smoothing);
    double expected = 0;
    if (weights.each > 0)
      for (Index i = 0; i < classes; ++i) expected += weights.each * z[i];
    if (weights.label > 0) expected += weights.label * z[labels[s]];
    // From here on the logits may be gone: `gradient` may be the same memory.
    const auto sum = static_cast<double>(shiftedExponentials(z, classes, *top, to));
    total.loss += std::min(std::log(sum) + maximum - expected, ceiling);
    total.correct += top - z == labels[s] ? 1 : 0;
    total.unlabelled += labels[s] == kNoClass ? 1 : 0;
    const auto factor = static_cast<Scalar>(1 / (divisor * sum));
    const auto each = static_cast<Scalar>(weights.each / divisor);
    for (Index i = 0; i < classes; ++i) to[i] = to[i] * factor - each;
    if (weights.label > 0) to[labels[s]] -= static_cast<Scalar>(weights.label / divisor);
  }
  return total;
}

double lossCeiling(double clamp) { return clamp > 0 ? -std::log(clamp) : kNoCeiling; }

template INKLING_CORE_API void softmax(const float*, Index, float*);
template INKLING_CORE_API void softmax(const double*, Index, double*);
template INKLING_CORE_API BatchLoss softmaxCrossEntropy(Columns<const float>,
                                                        std::span<const Label>, double,
                                                        Columns<float>, double, double);
template INKLING_CORE_API BatchLoss softmaxCrossEntropy(Columns<const double>,
                                                        std::span<const Label>, double,
                                                        Columns<double>, double, double);

}  // namespace inkling
