// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/exchange.h"

#include "core/base/error.h"
#include "core/io/atomicfile.h"
#include "core/io/exportmetadata.h"
#include "core/io/modeltensors.h"
#include "core/io/npy.h"
#include "core/io/safetensors.h"

namespace inkling {
namespace {

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

}  // namespace

void exportNpz(const std::filesystem::path& file, const Model& model) {
  writeFileAtomically(file, encodeNpz(modelTensors(model.network)));
}

void exportSafetensors(const std::filesystem::path& file, const Model& model) {
  writeSafetensors(file, {modelTensors(model.network), exportMetadata(model)});
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

}  // namespace inkling
