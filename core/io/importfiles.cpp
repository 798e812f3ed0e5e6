// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/filetype.h"
#include "core/base/readfile.h"
#include "core/io/importweights.h"
#include "core/io/npy.h"
#include "core/io/safetensors.h"

#include <algorithm>

namespace inkling {
namespace {

// For files of programs that can write others.
std::string wayOut(std::string_view type) {
  if (type.starts_with("a PyTorch model") || type.starts_with("a Python pickle")) {
    return " In PyTorch, safetensors.torch.save_file(model.state_dict(), \"weights.safetensors\") "
           "writes a file that can be read.";
  }
  if (type.find("Keras") != std::string_view::npos) {
    return " In Keras, numpy.savez(\"weights.npz\", *model.get_weights()) writes a file that can "
           "be "
           "read.";
  }
  return {};
}

void requireWeights(std::span<const char> bytes, const std::string& source) {
  const std::string_view type = typeOf(bytes);
  if (type.empty() || type == kSafetensorsType || type == kNpzType || type == kZipType) return;
  throw Error(source + " is " + std::string(type) + ", not a .safetensors or .npz file." +
              wayOut(type));
}

bool isArray(const std::filesystem::path& file) { return lowerExtension(file) == ".npy"; }

WeightSource readArchive(const std::filesystem::path& file) {
  const std::string name = file.string();
  const std::vector<char> bytes = readFile(file, kMaxTensorFile);
  requireWeights(bytes, name);
  const std::string_view type = typeOf(bytes);
  const bool zip = type == kNpzType || type == kZipType || lowerExtension(file) == ".npz";
  if (zip) return {{decodeNpz(bytes, name), {}}, name, true};
  return {decodeSafetensors(bytes, name), name, false};
}

WeightSource readArrays(const std::vector<std::filesystem::path>& files) {
  WeightSource source{{}, {}, true};
  for (const std::filesystem::path& file : files) {
    if (!isArray(file)) {
      throw Error("Several files of weights must all end in .npy, not as " + file.string() + ".");
    }
    source.file.tensors.push_back(readNpy(file));
    source.name += (source.name.empty() ? "" : " with ") + file.string();
  }
  return source;
}

// Weights and biases of the only layer, whatever the files are called.
WeightSource readPair(const std::filesystem::path& weightFile,
                      const std::filesystem::path& biasFile) {
  WeightSource source = readArrays({weightFile, biasFile});
  source.file.tensors[0].name = "W";
  source.file.tensors[1].name = "b";
  return source;
}

bool isSingleLayer(const Recipe& recipe) {
  return std::ranges::count(recipe.layers, LayerKind::Dense, &LayerSpec::kind) == 1 &&
         std::ranges::count(recipe.layers, LayerKind::Conv2d, &LayerSpec::kind) == 0;
}

}  // namespace

ImportedModel importWeights(const std::vector<std::filesystem::path>& files, const Recipe& recipe,
                            const ImportTarget& target) {
  if (files.size() == 2 && isSingleLayer(recipe))
    return importTensors(readPair(files[0], files[1]), recipe, target);
  const bool arrays = files.size() > 1 || (files.size() == 1 && isArray(files.front()));
  return importTensors(arrays ? readArrays(files) : readArchive(files.at(0)), recipe, target);
}

ImportedModel importPair(const std::filesystem::path& weightFile,
                         const std::filesystem::path& biasFile, const ImportTarget& target) {
  const WeightSource source = readPair(weightFile, biasFile);
  Recipe recipe;
  recipe.name = "imported";
  const std::size_t biases = source.file.tensors[1].values.size();
  recipe.layers = {LayerSpec::dense(static_cast<int>(std::max(biases, std::size_t{1})))};
  return importTensors(source, recipe, target);
}

}  // namespace inkling
