// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/model.h"
#include "core/model/network.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace inkling {

/// What a network is given for an image: (p/255 − mean)/std. Throws Error if the size is wrong.
INKLING_CORE_API std::vector<float> networkInput(const Model& model,
                                                 std::span<const std::uint8_t> image);

/// One image's way through a network with every layer's output kept. (A training pass shares
/// buffers between layers; this one has a buffer for each.) As it is when the network is used:
/// dropout passes everything on, batch norm uses its running statistics.
class INKLING_CORE_API Trace {
public:
  /// `network` must outlive this. Throws Error if the number of inputs is wrong.
  Trace(const Network<float>& network, std::span<const float> input);

  int layerCount() const { return m_network.layerCount(); }
  /// Output of a layer, channel last; −1: the input.
  std::span<const float> output(int layer) const;
  Shape shape(int layer) const;
  std::span<const float> logits() const { return output(layerCount() - 1); }
  std::vector<float> probabilities() const;
  int predicted() const;

  /// Gradients of Σ weights·logits with respect to the input (first) and every layer's output: the
  /// one of layer i at [i + 1].
  std::vector<std::vector<float>> gradients(std::span<const float> weights) const;

private:
  struct Buffer {
    std::vector<float> values;      ///< with room for reads past the end
    std::vector<std::byte> memory;  ///< of the layer that made them
    std::vector<float> prepared;    ///< parameters of that layer as its passes read them
  };
  Layer<float>::Workspace workspace(int layer) const;

  const Network<float>& m_network;
  mutable std::vector<Buffer> m_buffers;  ///< input, then layer by layer
  mutable std::vector<float> m_scratch;
  mutable std::vector<float> m_sums;  ///< of batch norm: zeros, there is no batch
};

}  // namespace inkling
