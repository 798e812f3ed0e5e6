// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/network.h"

#include <span>
#include <vector>

namespace inkling {

/// Rows top … bottom−1 and columns left … right−1 of a layer's output. May reach beyond its edges,
/// where a convolution sees zeros.
struct Field {
  int top = 0;
  int left = 0;
  int bottom = 0;
  int right = 0;
  bool operator==(const Field&) const = default;
};

/// What the output pixel (y, x) of layer `layer` sees of the output of layer `source` (−1: the
/// input). A dense layer sees everything.
INKLING_CORE_API Field receptiveField(const Network<float>& network, int layer, int y, int x,
                                      int source);

/// One product of the sum that makes an output value.
struct Term {
  int y = 0;  ///< place in the layer's input; outside of it the input is 0
  int x = 0;
  int channel = 0;
  float input = 0;
  float weight = 0;
  float product() const { return input * weight; }
};

/// The arithmetic behind one value: bias + Σ products.
struct Arithmetic {
  std::vector<Term> terms;
  float bias = 0;
  float sum = 0;
};

/// Of the value of channel `channel` at (y, x) of a convolution's or dense layer's output (dense:
/// y = x = 0). `input` is what the layer is given. Other layers: no terms.
INKLING_CORE_API Arithmetic arithmetic(const Network<float>& network, int layer, int y, int x,
                                       int channel, std::span<const float> input);

/// The terms with the largest |product| first.
INKLING_CORE_API std::vector<Term> largestTerms(const Arithmetic& arithmetic, int count);

}  // namespace inkling
