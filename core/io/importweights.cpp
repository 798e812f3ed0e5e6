// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/importweights.h"

#include "core/base/error.h"
#include "core/base/labels.h"
#include "core/io/exportmetadata.h"
#include "core/io/modeltensors.h"
#include "core/io/weightarrays.h"
#include "core/io/weightlayouts.h"
#include "core/io/weightmatch.h"
#include "core/recipe/imageshape.h"

#include <utility>

namespace inkling {
namespace {

// What is to be known at last: given, or written in one of our own exports.
ImportTarget completed(ImportTarget target, const std::optional<ExportNote>& note,
                       const std::string& source) {
  if (target.input && !isImageShape(*target.input)) {
    throw Error("Images of " + imageShapeText(*target.input) +
                " are not possible: sides have 1 … 256 pixels, and there are 1 or 3 channels.");
  }
  if (!note) return target;
  if (target.input && *target.input != note->input) {
    throw Error(source + " is for images of " + imageShapeText(note->input) + ", not of " +
                imageShapeText(*target.input) + ".");
  }
  const std::size_t classes = note->classNames.size();
  if (!target.classNames.empty() && target.classNames.size() != classes) {
    throw Error(source + " is for " + std::to_string(classes) + " classes, not for " +
                std::to_string(target.classNames.size()) + ".");
  }
  target.input = note->input;
  if (target.classNames.empty()) target.classNames = note->classNames;
  return target;
}

// The last layer with weights, if it is dense: there the classes come out.
LayerSpec* classLayer(std::vector<LayerSpec>& layers) {
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    if (layer->kind == LayerKind::Dense) return &*layer;
    if (layer->kind == LayerKind::Conv2d || layer->kind == LayerKind::BatchNorm) return nullptr;
  }
  return nullptr;
}

WeightQuestion questionFor(const Recipe& recipe, const ImportTarget& target) {
  WeightQuestion question{recipe.layers, target.input, target.classNames.empty(), {}};
  LayerSpec* last = classLayer(question.layers);
  if (last && !target.classNames.empty()) last->units = static_cast<int>(target.classNames.size());
  return question;
}

// Groups that could be either of two layers.
void settleOrder(const WeightMatch& match, const WeightSource& source,
                 std::vector<std::string>& notes) {
  const std::vector<WeightGroup> unclear = unclearOrder(match);
  if (unclear.empty()) return;
  const std::string a = unclear[0].weight->name;
  const std::string b = unclear[1].weight->name;
  if (!source.layerOrder) {
    throw Error(source.name + ": which of " + a + " and " + b +
                " belongs to the earlier layer cannot be told, since both have the shape " +
                shapeText(unclear[0].weight->shape) +
                ". Number their names, or save them as .npz in the order of the layers.");
  }
  notes.push_back(a + " and " + b + " have the same shape: they are taken in the file's order.");
}

std::string channelsNote(bool first) {
  return first ? "Channels are assumed to come first, as in PyTorch."
               : "Channels are assumed to come last, as in Inkling; in PyTorch they come first.";
}

void noteInput(const WeightMatch& match, std::vector<std::string>& notes) {
  if (match.otherInputs.empty()) return;
  notes.push_back("Images of " + imageShapeText(match.input) + " are assumed; " +
                  imageShapeText(match.otherInputs.front()) + " would fit as well.");
}

// The outputs of the last layer, where the classes come out, follow the weights.
void settleClasses(const WeightMatch& match, std::vector<LayerSpec>& layers,
                   std::vector<std::string>& notes) {
  LayerSpec* last = classLayer(layers);
  if (!last) return;
  const int classes = outputsOf(match.groups.back(), match.layout);
  if (classes != last->units) {
    notes.push_back("The last layer has " + std::to_string(classes) +
                    " outputs, as the weights have; in the recipe it has " +
                    std::to_string(last->units) + ".");
  }
  last->units = classes;
}

std::vector<std::string> numberedOutputs(const std::vector<LayerSpec>& layers, Shape shape) {
  for (const LayerSpec& layer : layers) shape = outputShape(layer, shape);
  if (shape.size() < 2 || shape.size() > kMostClasses) {
    throw Error("The recipe's network has " + std::to_string(shape.size()) +
                " outputs, expected are 2 … " + std::to_string(kMostClasses) + ", one a class.");
  }
  std::vector<std::string> names;
  for (int i = 0; i < shape.size(); ++i) names.push_back(std::to_string(i));
  return names;
}

Model filled(const WeightMatch& match, Recipe recipe, std::vector<std::string> classNames,
             const std::string& source) {
  if (classNames.empty()) classNames = numberedOutputs(recipe.layers, match.input);
  const auto problems =
      validate(recipe, match.input, static_cast<int>(classNames.size()), kAnyMemory);
  if (!problems.empty())
    throw Error("The recipe " + recipe.name + " is not usable:\n" + describe(problems));
  recipe.published.clear();  // measured with other weights
  Network<float> network(match.input, recipe.layers);
  const TensorFile tensors = arrangedWeights(match);
  TensorTaker taker(tensors, source);
  taker.take(network);
  taker.requireAllTaken();
  return {.recipe = std::move(recipe),
          .classNames = std::move(classNames),
          .network = std::move(network)};
}

}  // namespace

ImportedModel importTensors(const WeightSource& source, const Recipe& recipe,
                            const ImportTarget& given) {
  const auto note = readExportMetadata(source.file.metadata, source.name);
  const ImportTarget target = completed(given, note, source.name);
  const WeightGroups weights = groupWeights(source.file, source.name);
  WeightQuestion question = questionFor(recipe, target);
  const bool own = note || source.file.metadata.contains("inkling");
  question.layouts = likelyLayouts(weights, recipe, own, target.channels, source.name);
  const std::vector<WeightMatch> matches = matchWeights(question, weights, source.name);
  const WeightMatch match = likeliest(matches, source.name);

  ImportedModel result;
  settleOrder(match, source, result.notes);
  if (!own && !target.channels && assumesChannels(matches, match, weights.names))
    result.notes.push_back(channelsNote(match.layout.channelsFirst));
  noteInput(match, result.notes);
  Recipe fitting = recipe;
  fitting.layers = question.layers;
  if (target.classNames.empty()) settleClasses(match, fitting.layers, result.notes);
  result.model = filled(match, std::move(fitting), target.classNames, source.name);
  return result;
}

}  // namespace inkling
