// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/io/importweights.h"
#include "core/io/safetensors.h"
#include "tests/fuzz/target.h"

#include <optional>

using namespace inkling;

namespace {

Recipe recipeWith(std::vector<LayerSpec> layers) {
  Recipe recipe;
  recipe.layers = std::move(layers);
  return recipe;
}

const std::vector<Recipe>& importRecipes() {
  static const std::vector<Recipe> recipes = {
      recipeWith({LayerSpec::dense(10)}),
      recipeWith({LayerSpec::dense(3), LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(3),
                  LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(10)}),
      recipeWith({LayerSpec::conv2d(2, 3), LayerSpec::of(LayerKind::BatchNorm),
                  LayerSpec::of(LayerKind::ReLU), LayerSpec::maxPool2d(2),
                  LayerSpec::of(LayerKind::Flatten), LayerSpec::dense(10)})};
  return recipes;
}

// What the network of the model holds, under our names.
TensorFile tensorsIn(const Model& model) {
  TensorFile file;
  auto matrices = model.network.parameters();
  for (const auto& statistic : model.network.statistics()) matrices.push_back(statistic);
  for (const auto& matrix : matrices) {
    const Matrix<float> turned = matrix.value->transpose();
    file.tensors.push_back(
        {matrix.name, matrix.fileShape, {turned.data(), turned.data() + turned.size()}});
  }
  file.metadata["inkling"] = "";
  return file;
}

}  // namespace

// The weights of a safetensors file for each of a few recipes; it must fit one of them.
INKLING_FUZZ(import) {
  const WeightSource source{decodeSafetensors(input, "The file"), "The file", false};
  std::optional<Error> refusal;
  bool fitted = false;
  for (const Recipe& recipe : importRecipes()) {
    std::optional<ImportedModel> found;
    try {
      found = importTensors(source, recipe);
    } catch (const Error& error) {
      if (!refusal) refusal = error;
      continue;
    }
    fitted = true;
    const Model& model = found->model;
    fuzz::check(model.network.outputs() == static_cast<int>(model.classNames.size()),
                "each output has a class");
    const TensorFile tensors = tensorsIn(model);
    const ImportTarget target{model.network.inputShape(), model.classNames};
    const ImportedModel again = importTensors({tensors, "It", false}, model.recipe, target);
    fuzz::check(tensorsIn(again.model) == tensors, "a network's own tensors come back");
  }
  if (!fitted) throw *refusal;
}
