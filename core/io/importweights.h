// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/tensorfile.h"
#include "core/model/model.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace inkling {

// Weights of other programs. What belongs to which layer is told by names, kinds and shapes:
//
// - PyTorch's names: "fc1.weight", "features.0.bias", "bn1.running_mean", behind any prefix such as
//   "module."; num_batches_tracked is left out. Dense weights are outputs × inputs, convolutions
//   outputs × inputs × rows × columns, and what is flattened has its channels first.
// - Our own exports: "layers.<place in the recipe>.weight" in the layout of layers/parameter.h,
// with
//   channels last. Told from PyTorch's by the metadata of a .safetensors (see exportMetadata()); of
//   a .npz by these names together with the shapes, and where both would do, ours is assumed, which
//   a note says.
// - Notebooks' names: "W1" and "b1", "W" and "b", "arr_0" and "arr_1": inputs × outputs or outputs
// ×
//   inputs, whichever fits all layers. Where both do, a bias of 1×n or n×1 decides; else the
//   weights are refused. Channels are last unless convolutions show the contrary.
//
// Layers that fit the same weights are told apart by the numbers in names. Names that differ in
// words are taken in the order of a .npz, which a note says; a .safetensors has no order and is
// refused.

enum class ChannelOrder { First, Last };

/// What weights are to be for. What is not given follows from them: the last layer has as many
/// outputs as they have, and images are square, grey or in colour.
struct ImportTarget {
  std::optional<Shape> input;              ///< sides 1 … 256, 1 or 3 channels
  std::vector<std::string> classNames;     ///< empty: numbers, as many as the weights have outputs
  std::optional<ChannelOrder> channels{};  ///< the layout of the weights, instead of the above
};

struct ImportedModel {
  Model model;
  std::vector<std::string> notes;  ///< what was assumed, a sentence each
};

/// Tensors and where they come from.
struct WeightSource {
  TensorFile file;
  std::string name;         ///< for messages
  bool layerOrder = false;  ///< the tensors stand in the order of the layers
};

/// A model of `recipe` with these weights; its last layer follows the classes, and what was
/// published for the recipe is left out. Nothing is allocated for a network before all its weights
/// are there. Throws Error if something lacks, is left over, contradicts `target` or is not finite.
INKLING_CORE_API ImportedModel importTensors(const WeightSource& source, const Recipe& recipe,
                                             const ImportTarget& target = {});

/// The same from one .npz or .safetensors file, told apart by content, or from several .npy files
/// called as the arrays in them: W1.npy, b1.npy, W2.npy … Throws Error; a file of another kind is
/// called by its name.
INKLING_CORE_API ImportedModel importWeights(const std::vector<std::filesystem::path>& files,
                                             const Recipe& recipe, const ImportTarget& target = {});

/// A network of one dense layer from two .npy files, whatever they are called: W of inputs ×
/// classes or classes × inputs, and b with one number a class. Throws Error.
INKLING_CORE_API ImportedModel importPair(const std::filesystem::path& weightFile,
                                          const std::filesystem::path& biasFile,
                                          const ImportTarget& target = {});

}  // namespace inkling
