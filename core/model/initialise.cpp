// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/initialise.h"

#include "core/base/random.h"

#include <cmath>

namespace inkling {
namespace {

struct Fan {
  double in;
  double out;
};

Fan fanOf(const LayerSpec& spec, Shape input) {
  if (spec.kind == LayerKind::Dense)
    return {static_cast<double>(input.size()), static_cast<double>(spec.units)};
  const double taps = static_cast<double>(spec.kernel) * spec.kernel;
  return {taps * input.channels, taps * spec.units};
}

double draw(const InitSpec& spec, Fan fan, Random& random) {
  const double s = spec.scale;
  switch (spec.kind) {
    case InitKind::Zeros:
      return 0;
    case InitKind::Normal:
      return s * random.normal();
    case InitKind::Uniform:
      return random.uniform(-s, s);
    case InitKind::HeNormal:
      return s * std::sqrt(2 / fan.in) * random.normal();
    case InitKind::HeUniform:
      return s * std::sqrt(6 / fan.in) * random.uniform(-1, 1);
    case InitKind::XavierNormal:
      return s * std::sqrt(2 / (fan.in + fan.out)) * random.normal();
    case InitKind::XavierUniform:
      return s * std::sqrt(6 / (fan.in + fan.out)) * random.uniform(-1, 1);
    case InitKind::FanInUniform:
      return s / std::sqrt(fan.in) * random.uniform(-1, 1);
  }
  return 0;
}

}  // namespace

template <typename Scalar>
void initialiseLayer(Layer<Scalar>& layer, std::uint64_t seed, std::uint32_t index) {
  const LayerSpec& spec = layer.spec();
  if (spec.kind != LayerKind::Dense && spec.kind != LayerKind::Conv2d) return;
  const Fan fan = fanOf(spec, layer.inputShape());
  const auto parameters = layer.parameters();
  for (std::size_t k = 0; k < parameters.size(); ++k) {
    Random random(seed, RandomPurpose::Initialisation, index, static_cast<std::uint32_t>(k));
    Matrix<Scalar>& matrix = *parameters[k];
    for (Index i = 0; i < matrix.size(); ++i)
      matrix.data()[i] =
          static_cast<Scalar>(draw(k == 0 ? spec.weightInit : spec.biasInit, fan, random));
  }
}

template void initialiseLayer(Layer<float>&, std::uint64_t, std::uint32_t);
template void initialiseLayer(Layer<double>&, std::uint64_t, std::uint32_t);

}  // namespace inkling
