// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/layers/layer.h"
#include "core/recipe/layerspec.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace inkling {

/// Layers in a row, from pixels to logits. A value: copies are deep. Knows nothing of losses,
/// optimizers or data; forward passes are const and re-entrant (scratch belongs to the caller, see
/// model/pass.h).
template <typename Scalar>
class INKLING_CORE_API Network {
public:
  Network() = default;
  /// All parameters 0. Throws Error, naming the layer, if a layer does not fit its input.
  Network(Shape input, const std::vector<LayerSpec>& specs);
  Network(const Network& other);
  Network& operator=(const Network& other);
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;
  ~Network();

  Shape inputShape() const { return m_input; }
  int outputs() const;
  const std::vector<LayerSpec>& specs() const { return m_specs; }
  int layerCount() const { return static_cast<int>(m_layers.size()); }
  const Layer<Scalar>& layer(int index) const { return *m_layers[static_cast<std::size_t>(index)]; }
  Layer<Scalar>& layer(int index) { return *m_layers[static_cast<std::size_t>(index)]; }

  /// Draws all parameters as the specs say; a pure function of the seed.
  void initialise(std::uint64_t seed);

  /// Trainable parameters in layer order, named "layers.<i>.weight", "layers.<i>.bias".
  std::vector<Parameter<Scalar>> parameters();
  std::vector<ConstParameter<Scalar>> parameters() const;
  /// What is learnt without gradients: running mean and variance of batch norm.
  std::vector<Parameter<Scalar>> statistics();
  std::vector<ConstParameter<Scalar>> statistics() const;
  long parameterCount() const;
  /// Whether all parameters and statistics are finite numbers.
  bool isFinite() const;

  /// Floating-point operations of one sample (a multiply-add counts two): forward, and a training
  /// step.
  double forwardFlops() const;
  double trainingFlops() const;

  /// The same network in another precision.
  template <typename Other>
  Network<Other> cast() const;

private:
  Shape m_input{0, 0, 0};
  std::vector<LayerSpec> m_specs;
  std::vector<std::unique_ptr<Layer<Scalar>>> m_layers;
};

}  // namespace inkling
