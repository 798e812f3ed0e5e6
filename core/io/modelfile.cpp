// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/modelfile.h"

#include "core/base/error.h"
#include "core/base/labels.h"
#include "core/base/readfile.h"
#include "core/io/modelheader.h"
#include "core/io/modeltensors.h"
#include "core/io/safetensors.h"
#include "core/io/tensorfile.h"
#include "core/recipe/imageshape.h"

namespace inkling {
namespace {

constexpr const char* kHeader = "inkling";

ModelHeader headerOf(const Model& model) {
  return {model.network.inputShape(),
          model.recipe,
          model.classNames,
          model.dataFingerprint,
          model.testDrawn,
          model.preparation,
          model.history,
          model.position,
          {}};
}

std::vector<Tensor> tensorsOf(const Model& model) {
  std::vector<Tensor> tensors = modelTensors(model.network);
  if (!model.batches.empty()) tensors.push_back(toTensor(model.batches));
  return tensors;
}

void save(const std::filesystem::path& file, const ModelHeader& header,
          std::vector<Tensor> tensors) {
  for (const Tensor& tensor : tensors)
    requireFinite(tensor, "The model cannot be saved to " + file.string());
  writeSafetensors(file, {std::move(tensors), {{kHeader, encodeHeader(header)}}});
}

ModelHeader readHeader(const TensorFile& file, const std::string& source) {
  const auto found = file.metadata.find(kHeader);
  if (found == file.metadata.end()) {
    throw Error(
        source +
        " is a safetensors file, but not a model of Inkling: its metadata lack \"inkling\".");
  }
  return decodeHeader(found->second, source);
}

// Before a network is built: it must be one that can be, and the file must hold its numbers.
void requireSound(const ModelHeader& header, const TensorFile& file, const std::string& source) {
  if (!isImageShape(header.input) || header.classNames.size() < 2 ||
      header.classNames.size() > kMostClasses) {
    throw Error(source + " is not a usable model: its input or its classes are out of range.");
  }
  const auto problems =
      validate(header.recipe, header.input, static_cast<int>(header.classNames.size()), kAnyMemory);
  if (!problems.empty()) {
    throw Error("The recipe in " + source + " is not usable:\n" + describe(problems));
  }
  Shape shape = header.input;
  long needed = 0;
  for (const LayerSpec& layer : header.recipe.layers) {
    needed += parameterCount(layer, shape);
    shape = outputShape(layer, shape);
  }
  long present = 0;
  for (const Tensor& tensor : file.tensors) present += static_cast<long>(tensor.values.size());
  if (present < needed) {
    throw Error(source + " is not a usable model: its recipe has " + std::to_string(needed) +
                " parameters, the file holds " + std::to_string(present) + " numbers.");
  }
}

}  // namespace

void saveModel(const std::filesystem::path& file, const Model& model) {
  save(file, headerOf(model), tensorsOf(model));
}

void saveCheckpoint(const std::filesystem::path& file, const Checkpoint& checkpoint) {
  ModelHeader header = headerOf(checkpoint.model);
  header.state = checkpoint.state;
  std::vector<Tensor> tensors = tensorsOf(checkpoint.model);
  appendState(tensors, checkpoint.state, checkpoint.model.network);
  save(file, header, std::move(tensors));
}

ModelFile loadModel(const std::filesystem::path& path) {
  return decodeModel(readFile(path, kMaxTensorFile), path.string());
}

ModelFile decodeModel(std::span<const char> bytes, const std::string& source) {
  const TensorFile file = decodeSafetensors(bytes, source);
  ModelHeader header = readHeader(file, source);
  requireSound(header, file, source);
  Network<float> network(header.input, header.recipe.layers);
  TensorTaker taker(file, source);
  taker.take(network);
  if (header.state) taker.take(*header.state, network);
  std::vector<BatchPoint> batches = taker.takeBatches();
  taker.requireAllTaken();
  return {{std::move(header.recipe), std::move(header.classNames),
           std::move(header.dataFingerprint), header.testDrawn, header.preparation,
           std::move(header.history), std::move(batches), header.position, std::move(network)},
          std::move(header.state)};
}

}  // namespace inkling
