// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/exchange.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/labels.h"
#include "core/io/atomicfile.h"
#include "core/io/modeltensors.h"
#include "core/io/npy.h"
#include "core/io/safetensors.h"

#include <cmath>

namespace inkling {
namespace {

constexpr int kDigits = 10;

std::vector<std::string> numbered(int classes) {
  std::vector<std::string> names;
  for (int i = 0; i < classes; ++i) names.push_back(std::to_string(i));
  return names;
}

Recipe pairRecipe(int classes) {
  Recipe recipe;
  recipe.name = "imported";
  recipe.layers = {LayerSpec::dense(classes)};
  return recipe;
}

// The side of the square image that has so many pixels.
int sideOf(const Tensor& weight, const std::filesystem::path& file) {
  if (weight.shape.size() != 2) {
    throw Error(file.string() +
                ": expected is an array of two dimensions, inputs × classes, found is " +
                shapeText(weight.shape) + ".");
  }
  const int side = static_cast<int>(std::lround(std::sqrt(weight.shape[0])));
  if (side < 1 || side > kMostPixelsASide || side * side != weight.shape[0]) {
    throw Error(
        file.string() +
        ": expected are as many rows as a square image has pixels, such as 784, found are " +
        std::to_string(weight.shape[0]) + ".");
  }
  if (weight.shape[1] < 2 || weight.shape[1] > kMostClasses) {
    throw Error(file.string() + ": expected are 2 … " + std::to_string(kMostClasses) +
                " columns, one a class, found are " + std::to_string(weight.shape[1]) + ".");
  }
  return side;
}

Tensor transposed(const Tensor& tensor) {
  const auto rows = static_cast<std::size_t>(tensor.shape[0]);
  const auto columns = static_cast<std::size_t>(tensor.shape[1]);
  Tensor result{
      tensor.name, {tensor.shape[1], tensor.shape[0]}, std::vector<float>(tensor.values.size())};
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j)
      result.values[j * rows + i] = tensor.values[i * columns + j];
  }
  return result;
}

Model filled(const TensorFile& tensors, Recipe recipe, Shape input,
             std::vector<std::string> classNames, const std::string& source) {
  Network<float> network(input, recipe.layers);
  TensorTaker taker(tensors, source);
  taker.take(network);
  taker.requireAllTaken();
  return {.recipe = std::move(recipe),
          .classNames = std::move(classNames),
          .network = std::move(network)};
}

}  // namespace

void exportNpz(const std::filesystem::path& file, const Model& model) {
  writeFileAtomically(file, encodeNpz(modelTensors(model.network)));
}

void exportSafetensors(const std::filesystem::path& file, const Model& model) {
  writeSafetensors(file, {modelTensors(model.network), {}});
}

void exportPair(const std::filesystem::path& weightFile, const std::filesystem::path& biasFile,
                const Model& model) {
  const std::vector<Tensor> tensors = modelTensors(model.network);
  const auto& layers = model.network.specs();
  if (layers.size() != 1 || layers[0].kind != LayerKind::Dense || !layers[0].bias) {
    throw Error("Only a network of one dense layer with bias can be written as a pair of W and b.");
  }
  Tensor bias = tensors.at(1);
  bias.shape = {1, model.network.outputs()};
  const std::vector<char> weightBytes = encodeNpy(transposed(tensors.at(0)));
  const std::vector<char> biasBytes = encodeNpy(bias);
  writeFilesAtomically({{weightFile, weightBytes}, {biasFile, biasBytes}});
}

Model importPair(const std::filesystem::path& weightFile, const std::filesystem::path& biasFile) {
  const Tensor weight = readNpy(weightFile);
  Tensor bias = readNpy(biasFile);
  const int side = sideOf(weight, weightFile);
  const int classes = weight.shape[1];
  if (bias.shape != std::vector<int>{classes} && bias.shape != std::vector<int>{1, classes}) {
    throw Error(biasFile.string() + ": expected is 1×" + std::to_string(classes) +
                ", one bias for each column of " + weightFile.string() + ", found is " +
                shapeText(bias.shape) + ".");
  }
  bias.shape = {classes};
  bias.name = "layers.0.bias";
  TensorFile tensors{{transposed(weight), std::move(bias)}, {}};
  tensors.tensors[0].name = "layers.0.weight";
  return filled(tensors, pairRecipe(classes), {side, side, 1}, numbered(classes),
                weightFile.string() + " with " + biasFile.string());
}

Model importWeights(const std::filesystem::path& file, const Recipe& recipe, Shape input,
                    std::vector<std::string> classNames) {
  if (classNames.empty()) classNames = numbered(kDigits);
  const auto problems = validate(recipe, input, static_cast<int>(classNames.size()), kAnyMemory);
  if (!problems.empty())
    throw Error("The recipe " + recipe.name + " is not usable:\n" + describe(problems));
  const TensorFile tensors =
      lowerExtension(file) == ".npz" ? TensorFile{readNpz(file), {}} : readSafetensors(file);
  return filled(tensors, recipe, input, std::move(classNames), file.string());
}

}  // namespace inkling
