// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/layerspec.h"

namespace inkling::test {

inline LayerSpec conv(int channels, int kernel, int stride, int padding, bool bias = true) {
  LayerSpec spec = LayerSpec::conv2d(channels, kernel, padding);
  spec.stride = stride;
  spec.bias = bias;
  return spec;
}

inline LayerSpec pool(int kernel, int stride, bool allTies = false) {
  LayerSpec spec = LayerSpec::maxPool2d(kernel);
  spec.stride = stride;
  spec.allTies = allTies;
  return spec;
}

inline LayerSpec of(LayerKind kind) { return LayerSpec::of(kind); }

}  // namespace inkling::test
