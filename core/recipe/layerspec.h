// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <vector>

namespace inkling {

/// Extent of one sample between two layers, stored channel last: element (y, x, c) stands at
/// (y·width + x)·channels + c. A flat vector of n is {1, 1, n}.
struct Shape {
  int height = 1;
  int width = 1;
  int channels = 1;
  int size() const { return height * width * channels; }
  bool operator==(const Shape&) const = default;
};

enum class LayerKind { Dense, Conv2d, MaxPool2d, ReLU, Tanh, Sigmoid, Flatten, Dropout, BatchNorm };

/// Initial distributions. fanIn = inputs of a unit, fanOut = its fan-out.
enum class InitKind {
  Zeros,
  Normal,         ///< N(0, scale²)
  Uniform,        ///< U(−scale, scale)
  HeNormal,       ///< N(0, scale²·2/fanIn), He et al. 2015
  HeUniform,      ///< U(±scale·√(6/fanIn))
  XavierNormal,   ///< N(0, scale²·2/(fanIn+fanOut)), Glorot and Bengio 2010
  XavierUniform,  ///< U(±scale·√(6/(fanIn+fanOut)))
  FanInUniform,   ///< U(±scale/√fanIn), PyTorch's default for biases
};

struct InitSpec {
  InitKind kind = InitKind::HeNormal;
  double scale = 1;
  bool operator==(const InitSpec&) const = default;
};

/// One layer of a recipe; which fields count depends on `kind`.
struct LayerSpec {
  LayerKind kind = LayerKind::Dense;
  int units = 0;          ///< Dense: outputs; Conv2d: output channels
  int kernel = 3;         ///< Conv2d, MaxPool2d: side of the square window
  int stride = 1;         ///< Conv2d, MaxPool2d
  int padding = 0;        ///< Conv2d: zeros on every side
  double rate = 0.5;      ///< Dropout: share of units dropped
  bool bias = true;       ///< Dense, Conv2d
  bool allTies = false;   ///< MaxPool2d: all equal maxima get the gradient, not only the first
  InitSpec weightInit{};  ///< Dense, Conv2d
  InitSpec biasInit{InitKind::Zeros, 1};  ///< Dense, Conv2d
  bool operator==(const LayerSpec&) const = default;

  static LayerSpec dense(int units) { return {.kind = LayerKind::Dense, .units = units}; }
  static LayerSpec conv2d(int channels, int kernel, int padding = 0) {
    return {.kind = LayerKind::Conv2d, .units = channels, .kernel = kernel, .padding = padding};
  }
  static LayerSpec maxPool2d(int kernel) {
    return {.kind = LayerKind::MaxPool2d, .kernel = kernel, .stride = kernel};
  }
  static LayerSpec dropout(double rate) { return {.kind = LayerKind::Dropout, .rate = rate}; }
  static LayerSpec of(LayerKind kind) { return {.kind = kind}; }
};

/// What `spec` makes of a sample of shape `input`. Throws Error if it cannot take that shape.
INKLING_CORE_API Shape outputShape(const LayerSpec& spec, Shape input);

/// Trainable numbers of the layer for that input.
INKLING_CORE_API long parameterCount(const LayerSpec& spec, Shape input);

/// The names used in recipe files: "dense", "conv2d", "max_pool2d", "relu", …; "he_normal", ….
INKLING_CORE_API std::string toString(LayerKind kind);
INKLING_CORE_API std::string toString(InitKind kind);

}  // namespace inkling
