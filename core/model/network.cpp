// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/network.h"

#include "core/base/error.h"
#include "core/model/initialise.h"

#include <algorithm>
#include <utility>

namespace inkling {
namespace {

std::vector<int> fileShape(const LayerSpec& spec, Shape input, bool weight) {
  if (spec.kind == LayerKind::BatchNorm) return {input.channels};
  if (!weight) return {spec.units};
  if (spec.kind == LayerKind::Conv2d) return {spec.units, spec.kernel, spec.kernel, input.channels};
  return {spec.units, input.size()};
}

template <typename Result, typename Layers, typename Select>
std::vector<Result> collect(const Layers& layers, const std::vector<const char*>& names,
                            const Select& select) {
  std::vector<Result> found;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const auto matrices = select(*layers[i]);
    const LayerSpec& spec = layers[i]->spec();
    for (std::size_t k = 0; k < matrices.size(); ++k)
      found.push_back({"layers." + std::to_string(i) + "." + names[k], matrices[k],
                       fileShape(spec, layers[i]->inputShape(), k == 0),
                       k == 0 && spec.kind != LayerKind::BatchNorm});
  }
  return found;
}

// The lists of a const network are made from the same virtuals; nobody writes through them.
template <typename Scalar>
Layer<Scalar>& writable(const Layer<Scalar>& layer) {
  return const_cast<Layer<Scalar>&>(layer);
}

}  // namespace

template <typename Scalar>
Network<Scalar>::Network(Shape input, const std::vector<LayerSpec>& specs)
    : m_input(input),
      m_specs(specs) {
  Shape shape = input;
  for (std::size_t i = 0; i < specs.size(); ++i) {
    try {
      m_layers.push_back(makeLayer<Scalar>(specs[i], shape));
    } catch (const Error& error) {
      throw Error("Layer " + std::to_string(i + 1) + ": " + error.what());
    }
    shape = m_layers.back()->outputShape();
  }
}

template <typename Scalar>
Network<Scalar>::Network(const Network& other) : m_input(other.m_input),
                                                 m_specs(other.m_specs) {
  m_layers.reserve(other.m_layers.size());
  for (const auto& layer : other.m_layers) m_layers.push_back(layer->clone());
}

template <typename Scalar>
Network<Scalar>& Network<Scalar>::operator=(const Network& other) {
  Network copy(other);
  *this = std::move(copy);
  return *this;
}

template <typename Scalar>
Network<Scalar>::Network(Network&&) noexcept = default;
template <typename Scalar>
Network<Scalar>& Network<Scalar>::operator=(Network&&) noexcept = default;
template <typename Scalar>
Network<Scalar>::~Network() = default;

template <typename Scalar>
int Network<Scalar>::outputs() const {
  return m_layers.empty() ? 0 : m_layers.back()->outputShape().size();
}

template <typename Scalar>
void Network<Scalar>::initialise(std::uint64_t seed) {
  for (std::size_t i = 0; i < m_layers.size(); ++i)
    initialiseLayer(*m_layers[i], seed, static_cast<std::uint32_t>(i));
}

template <typename Scalar>
std::vector<Parameter<Scalar>> Network<Scalar>::parameters() {
  return collect<Parameter<Scalar>>(m_layers, {"weight", "bias"},
                                    [](Layer<Scalar>& layer) { return layer.parameters(); });
}

template <typename Scalar>
std::vector<ConstParameter<Scalar>> Network<Scalar>::parameters() const {
  return collect<ConstParameter<Scalar>>(
      m_layers, {"weight", "bias"},
      [](const Layer<Scalar>& layer) { return writable(layer).parameters(); });
}

template <typename Scalar>
std::vector<Parameter<Scalar>> Network<Scalar>::statistics() {
  return collect<Parameter<Scalar>>(m_layers, {"running_mean", "running_var"},
                                    [](Layer<Scalar>& layer) { return layer.statistics(); });
}

template <typename Scalar>
std::vector<ConstParameter<Scalar>> Network<Scalar>::statistics() const {
  return collect<ConstParameter<Scalar>>(
      m_layers, {"running_mean", "running_var"},
      [](const Layer<Scalar>& layer) { return writable(layer).statistics(); });
}

template <typename Scalar>
long Network<Scalar>::parameterCount() const {
  long count = 0;
  for (const auto& parameter : parameters()) count += parameter.value->size();
  return count;
}

template <typename Scalar>
bool Network<Scalar>::isFinite() const {
  const auto finite = [](const auto& matrix) { return matrix.value->allFinite(); };
  return std::ranges::all_of(parameters(), finite) && std::ranges::all_of(statistics(), finite);
}

template <typename Scalar>
double Network<Scalar>::forwardFlops() const {
  double flops = 0;
  for (const auto& layer : m_layers) flops += layer->forwardFlops();
  return flops;
}

template <typename Scalar>
double Network<Scalar>::trainingFlops() const {
  // Forward, the parameters' gradient and the input's gradient cost the same; the first layer with
  // parameters is not asked for the last.
  double flops = 0;
  bool first = true;
  for (const auto& layer : m_layers) {
    flops += layer->forwardFlops() * (first ? 2 : 3);
    if (layer->forwardFlops() > 0) first = false;
  }
  return flops;
}

template <typename Scalar>
template <typename Other>
Network<Other> Network<Scalar>::cast() const {
  Network<Other> other(m_input, m_specs);
  const auto copy = [](const auto& from, const auto& to) {
    for (std::size_t i = 0; i < from.size(); ++i)
      *to[i].value = from[i].value->template cast<Other>();
  };
  copy(parameters(), other.parameters());
  copy(statistics(), other.statistics());
  return other;
}

template class Network<float>;
template class Network<double>;
template INKLING_CORE_API Network<double> Network<float>::cast() const;
template INKLING_CORE_API Network<float> Network<double>::cast() const;

}  // namespace inkling
