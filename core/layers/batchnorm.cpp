// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/batchnorm.h"

#include "core/tensor/multiplyadd.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

// Of PyTorch and Keras alike.
constexpr double kEpsilon = 1e-5;
constexpr double kMomentum = 0.1;

}  // namespace

template <typename Scalar>
BatchNorm<Scalar>::BatchNorm(const LayerSpec& spec, Shape input)
    : Layer<Scalar>(spec, input),
      m_scale(Matrix<Scalar>::Ones(input.channels, 1)),
      m_shift(Matrix<Scalar>::Zero(input.channels, 1)),
      m_mean(Matrix<Scalar>::Zero(input.channels, 1)),
      m_variance(Matrix<Scalar>::Ones(input.channels, 1)) {}

template <typename Scalar>
void BatchNorm<Scalar>::addForwardSums(const Block& block, Columns<const Scalar> x,
                                       Scalar* partial) const {
  const Index n = channels();
  const Scalar* shift = m_mean.data();
  for (Index s = block.sample; s < block.sample + block.samples; ++s)
    for (Index p = 0; p < pixels(); ++p) {
      const Scalar* from = x.column(s) + p * n;
      for (Index c = 0; c < n; ++c) {
        const Scalar d = from[c] - shift[c];
        partial[c] += d;
        partial[n + c] = multiplyAdd(d, d, partial[n + c]);
      }
    }
}

template <typename Scalar>
typename BatchNorm<Scalar>::Moments BatchNorm<Scalar>::moments(const Pass& pass, const Scalar* sums,
                                                               Index c) const {
  double mean = m_mean(c, 0);
  double variance = m_variance(c, 0);
  if (usesBatch(pass)) {
    const double count = static_cast<double>(pass.batch * pixels());
    const double offset = sums[c] / count;
    variance = std::max(0.0, sums[channels() + c] / count - offset * offset);
    mean += offset;
  }
  return {static_cast<Scalar>(mean), static_cast<Scalar>(1.0 / std::sqrt(variance + kEpsilon))};
}

template <typename Scalar>
void BatchNorm<Scalar>::doForward(const Pass& pass, const Block& block, Columns<const Scalar> x,
                                  Columns<Scalar> y, const Workspace& work) const {
  const Index n = channels();
  Scalar* const factor = work.scratch;
  Scalar* const term = factor + n;
  for (Index c = 0; c < n; ++c) {
    const Moments m = moments(pass, work.sums, c);
    factor[c] = m_scale(c, 0) * m.inverse;
    term[c] = m_shift(c, 0) - m.mean * factor[c];
  }
  for (Index s = block.sample; s < block.sample + block.samples; ++s)
    for (Index p = 0; p < pixels(); ++p) {
      const Scalar* from = x.column(s) + p * n;
      Scalar* to = y.column(s) + p * n;
      for (Index c = 0; c < n; ++c) to[c] = multiplyAdd(from[c], factor[c], term[c]);
    }
}

template <typename Scalar>
void BatchNorm<Scalar>::addBackwardSums(const Pass& pass, const Block& block,
                                        Columns<const Scalar> x, Columns<const Scalar> dy,
                                        const Workspace& work, Scalar* partial) const {
  const Index n = channels();
  Scalar* const mean = work.scratch;
  Scalar* const inverse = mean + n;
  for (Index c = 0; c < n; ++c) {
    const Moments m = moments(pass, work.sums, c);
    mean[c] = m.mean;
    inverse[c] = m.inverse;
  }
  for (Index s = block.sample; s < block.sample + block.samples; ++s)
    for (Index p = 0; p < pixels(); ++p) {
      const Scalar* value = x.column(s) + p * n;
      const Scalar* gradient = dy.column(s) + p * n;
      for (Index c = 0; c < n; ++c) {
        partial[c] += gradient[c];
        const Scalar normalised = (value[c] - mean[c]) * inverse[c];
        partial[n + c] = multiplyAdd(gradient[c], normalised, partial[n + c]);
      }
    }
}

/// dx = γ/σ·(dy − mean(dy) − x̂·mean(dy·x̂)), written as dy·a − x·b − c.
template <typename Scalar>
void BatchNorm<Scalar>::doBackwardInput(const Pass& pass, const Block& block,
                                        Columns<const Scalar> x, Columns<const Scalar>,
                                        Columns<const Scalar> dy, Columns<Scalar> dx,
                                        const Workspace& work) const {
  const Index n = channels();
  Scalar* const a = work.scratch;
  Scalar* const b = a + n;
  Scalar* const constant = b + n;
  const auto count = static_cast<Scalar>(pass.batch * pixels());
  const Scalar* const sums = work.sums + batchSums();
  for (Index c = 0; c < n; ++c) {
    const Moments m = moments(pass, work.sums, c);
    a[c] = m_scale(c, 0) * m.inverse;
    // The running means do not depend on x.
    b[c] = usesBatch(pass) ? a[c] * m.inverse * sums[n + c] / count : Scalar(0);
    constant[c] = usesBatch(pass) ? a[c] * sums[c] / count - b[c] * m.mean : Scalar(0);
  }
  for (Index s = block.sample; s < block.sample + block.samples; ++s)
    for (Index p = 0; p < pixels(); ++p) {
      const Scalar* value = x.column(s) + p * n;
      const Scalar* gradient = dy.column(s) + p * n;
      Scalar* to = dx.column(s) + p * n;
      for (Index c = 0; c < n; ++c)
        to[c] = multiplyAdd(-value[c], b[c], multiplyAdd(gradient[c], a[c], -constant[c]));
    }
}

template <typename Scalar>
void BatchNorm<Scalar>::doBackwardParameters(const Pass&, const ParameterBlock&,
                                             Columns<const Scalar>, Columns<const Scalar>,
                                             const GradientTarget<Scalar>* targets,
                                             const Workspace& work) const {
  const Index n = channels();
  const Scalar* const sums = work.sums + batchSums();
  const auto set = [](Scalar* to, const GradientTarget<Scalar>& target, Scalar gradient) {
    *to = (target.beta == 0 ? 0 : *to * target.beta) + target.alpha * gradient;
  };
  for (Index c = 0; c < n; ++c) {
    set(targets[0].data + c, targets[0], sums[n + c]);
    set(targets[1].data + c, targets[1], sums[c]);
  }
}

template <typename Scalar>
void BatchNorm<Scalar>::updateStatistics(const Pass& pass, const Scalar* sums) {
  if (!usesBatch(pass)) return;
  const double count = static_cast<double>(pass.batch * pixels());
  const double unbiased = count / (count - 1);
  for (Index c = 0; c < channels(); ++c) {
    const double offset = sums[c] / count;
    const double variance = std::max(0.0, sums[channels() + c] / count - offset * offset);
    m_mean(c, 0) += static_cast<Scalar>(kMomentum * offset);
    m_variance(c, 0) += static_cast<Scalar>(
        kMomentum * (variance * unbiased - static_cast<double>(m_variance(c, 0))));
  }
}

template class BatchNorm<float>;
template class BatchNorm<double>;

}  // namespace inkling
