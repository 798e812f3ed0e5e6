// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/modelfile.h"
#include "core/io/safetensors.h"
#include "tests/fuzz/inputfile.h"
#include "tests/fuzz/smallrun.h"
#include "tests/fuzz/target.h"

using namespace inkling;

// The input is the header of a model file or checkpoint whose tensors are those of a dense layer
// from 4×4 pixels to ten classes.
INKLING_FUZZ(header) {
  constexpr int kPixels = 16;
  constexpr int kClasses = 10;
  static const std::vector<Tensor> tensors = {
      {"layers.0.weight", {kClasses, kPixels}, std::vector<float>(kClasses * kPixels, 0.1F)},
      {"layers.0.bias", {kClasses}, std::vector<float>(kClasses, -0.5F)}};
  const TensorFile file{tensors, {{"inkling", std::string(input.begin(), input.end())}}};
  ModelFile model = loadModel(fuzz::fileOf(encodeSafetensors(file)));
  fuzz::useModel(std::move(model.model), std::move(model.state));
}
