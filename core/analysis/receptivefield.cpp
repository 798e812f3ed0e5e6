// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/receptivefield.h"

#include "core/analysis/parametersof.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

// The field of `field` (in the layer's output) in the layer's input.
Field through(const Layer<float>& layer, const Field& field) {
  const LayerSpec& spec = layer.spec();
  const Shape in = layer.inputShape();
  switch (spec.kind) {
    case LayerKind::Conv2d:
    case LayerKind::MaxPool2d: {
      const int padding = spec.kind == LayerKind::Conv2d ? spec.padding : 0;
      return {field.top * spec.stride - padding, field.left * spec.stride - padding,
              (field.bottom - 1) * spec.stride - padding + spec.kernel,
              (field.right - 1) * spec.stride - padding + spec.kernel};
    }
    case LayerKind::Dense:
    case LayerKind::Flatten:
      return {0, 0, in.height, in.width};
    default:
      return field;
  }
}

Arithmetic denseArithmetic(const Matrix<float>& weight, Shape in, int unit,
                           std::span<const float> input) {
  Arithmetic result;
  for (int i = 0; i < in.size(); ++i) {
    const int pixel = i / in.channels;
    result.terms.push_back({pixel / in.width, pixel % in.width, i % in.channels,
                            input[static_cast<std::size_t>(i)], weight(unit, i)});
  }
  return result;
}

Arithmetic convArithmetic(const Layer<float>& layer, const Matrix<float>& weight, int y, int x,
                          int channel, std::span<const float> input) {
  const LayerSpec& spec = layer.spec();
  const Shape in = layer.inputShape();
  Arithmetic result;
  for (int ky = 0; ky < spec.kernel; ++ky)
    for (int kx = 0; kx < spec.kernel; ++kx)
      for (int c = 0; c < in.channels; ++c) {
        Term term{y * spec.stride - spec.padding + ky, x * spec.stride - spec.padding + kx, c};
        const bool inside = term.y >= 0 && term.x >= 0 && term.y < in.height && term.x < in.width;
        if (inside)
          term.input =
              input[static_cast<std::size_t>((term.y * in.width + term.x) * in.channels + c)];
        term.weight = weight(channel, (ky * spec.kernel + kx) * in.channels + c);
        result.terms.push_back(term);
      }
  return result;
}

}  // namespace

Field receptiveField(const Network<float>& network, int layer, int y, int x, int source) {
  Field field{y, x, y + 1, x + 1};
  for (int i = layer; i > source; --i) field = through(network.layer(i), field);
  return field;
}

Arithmetic arithmetic(const Network<float>& network, int layer, int y, int x, int channel,
                      std::span<const float> input) {
  const Layer<float>& there = network.layer(layer);
  const LayerKind kind = there.spec().kind;
  if (kind != LayerKind::Dense && kind != LayerKind::Conv2d) return {};
  const auto parameters = parametersOf(there);
  Arithmetic result = kind == LayerKind::Dense
                          ? denseArithmetic(*parameters[0], there.inputShape(), channel, input)
                          : convArithmetic(there, *parameters[0], y, x, channel, input);
  if (parameters.size() > 1) result.bias = (*parameters[1])(channel, 0);
  double sum = static_cast<double>(result.bias);
  for (const Term& term : result.terms) sum += static_cast<double>(term.product());
  result.sum = static_cast<float>(sum);
  return result;
}

std::vector<Term> largestTerms(const Arithmetic& arithmetic, int count) {
  std::vector<Term> terms = arithmetic.terms;
  const auto used = std::min(terms.size(), static_cast<std::size_t>(std::max(0, count)));
  std::stable_sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) {
    return std::abs(a.product()) > std::abs(b.product());
  });
  terms.resize(used);
  return terms;
}

}  // namespace inkling
