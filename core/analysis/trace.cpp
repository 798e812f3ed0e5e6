// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/trace.h"

#include "core/base/error.h"
#include "core/loss/softmaxcrossentropy.h"
#include "core/model/fits.h"
#include "core/tensor/denormals.h"
#include "core/tensor/gemm.h"

#include <algorithm>

namespace inkling {
namespace {

constexpr Pass kUse{false, 0, 0, 1};

}  // namespace

std::vector<float> networkInput(const Model& model, std::span<const std::uint8_t> image) {
  requireFits(model.network, image);
  const DataSpec& data = model.recipe.data;
  std::vector<float> input(image.size());
  std::transform(image.begin(), image.end(), input.begin(), [&](std::uint8_t p) {
    return static_cast<float>((p / 255.0 - data.mean) / data.std);
  });
  return input;
}

Trace::Trace(const Network<float>& network, std::span<const float> input)
    : m_network(network),
      m_buffers(static_cast<std::size_t>(network.layerCount()) + 1) {
  if (static_cast<int>(input.size()) != network.inputShape().size())
    throw Error("The network expects " + std::to_string(network.inputShape().size()) +
                " inputs, these are " + std::to_string(input.size()) + ".");
  Index scratch = 0;
  Index sums = 0;
  for (int i = -1; i < layerCount(); ++i) {
    Buffer& buffer = m_buffers[static_cast<std::size_t>(i + 1)];
    buffer.values.resize(static_cast<std::size_t>(shape(i).size() + kReadSlack));
    if (i < 0) continue;
    const Layer<float>& layer = network.layer(i);
    buffer.memory.resize(static_cast<std::size_t>(layer.memoryPerSample()) +
                         kReadSlack * sizeof(float));
    buffer.prepared.resize(static_cast<std::size_t>(layer.preparedSize()));
    layer.prepare(buffer.prepared.data());
    scratch = std::max(scratch, layer.scratchSize());
    sums = std::max(sums, 2 * layer.batchSums());
  }
  m_scratch.resize(static_cast<std::size_t>(scratch + kReadSlack));
  m_sums.resize(static_cast<std::size_t>(sums));
  std::copy(input.begin(), input.end(), m_buffers[0].values.begin());
  const FlushedDenormals flushed;
  for (int i = 0; i < layerCount(); ++i) {
    const Index rows = shape(i).size();
    network.layer(i).forward(
        kUse, {0, rows, 0, 1},
        {m_buffers[static_cast<std::size_t>(i)].values.data(), shape(i - 1).size()},
        {m_buffers[static_cast<std::size_t>(i + 1)].values.data(), rows}, workspace(i));
  }
}

Layer<float>::Workspace Trace::workspace(int layer) const {
  Buffer& buffer = m_buffers[static_cast<std::size_t>(layer + 1)];
  return {
      buffer.memory.data(), m_scratch.data(), m_sums.data(), buffer.prepared.data(), false, layer};
}

Shape Trace::shape(int layer) const {
  return layer < 0 ? m_network.inputShape() : m_network.layer(layer).outputShape();
}

std::span<const float> Trace::output(int layer) const {
  return {m_buffers[static_cast<std::size_t>(layer + 1)].values.data(),
          static_cast<std::size_t>(shape(layer).size())};
}

std::vector<float> Trace::probabilities() const {
  std::vector<float> p(logits().begin(), logits().end());
  softmax<float>(p.data(), static_cast<Index>(p.size()), p.data());
  return p;
}

int Trace::predicted() const {
  const auto z = logits();
  return static_cast<int>(std::max_element(z.begin(), z.end()) - z.begin());
}

std::vector<std::vector<float>> Trace::gradients(std::span<const float> weights) const {
  const FlushedDenormals flushed;
  std::vector<std::vector<float>> found(m_buffers.size());
  const auto padded = [](Index size) { return static_cast<std::size_t>(size + kReadSlack); };
  found.back().resize(padded(shape(layerCount() - 1).size()));
  std::copy(weights.begin(), weights.end(), found.back().begin());
  for (int i = layerCount() - 1; i >= 0; --i) {
    const auto at = static_cast<std::size_t>(i);
    const Index rows = shape(i - 1).size();
    found[at].resize(padded(rows));
    const Columns<const float> x{m_buffers[at].values.data(), rows};
    const Columns<const float> y{m_buffers[at + 1].values.data(), shape(i).size()};
    const Columns<const float> dy{found[at + 1].data(), shape(i).size()};
    m_network.layer(i).backwardInput(kUse, {0, rows, 0, 1}, x, y, dy, {found[at].data(), rows},
                                     workspace(i));
  }
  for (int i = -1; i < layerCount(); ++i)
    found[static_cast<std::size_t>(i + 1)].resize(static_cast<std::size_t>(shape(i).size()));
  return found;
}

}  // namespace inkling
