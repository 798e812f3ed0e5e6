// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipe.h"

#include "core/base/error.h"
#include "core/recipe/fieldkinds.h"
#include "core/recipe/trainingmemory.h"

#include <algorithm>

namespace inkling {
namespace {

constexpr long kMaxParameters = 100'000'000;
// Of all layers together: 32 MiB for a sample, where all that they give is kept.
constexpr long kMaxActivations = 1 << 23;
constexpr std::size_t kMostDescribed = 20;

std::string shapeText(Shape shape) {
  return std::to_string(shape.height) + "×" + std::to_string(shape.width) + "×" +
         std::to_string(shape.channels);
}

// Follows a sample through the layers as far as they fit.
void checkShapes(const std::vector<LayerSpec>& layers, Shape shape, int classes,
                 std::vector<Problem>& problems) {
  long parameters = 0;
  long activations = 0;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    try {
      parameters += parameterCount(layers[i], shape);
      shape = outputShape(layers[i], shape);
      activations += shape.size();
    } catch (const Error& error) {
      problems.push_back({itemPath("layers", i),
                          toString(layers[i].kind) + " after " + shapeText(shape),
                          std::string("a layer that fits (") + error.what() + ")"});
      return;
    }
  }
  if (parameters > kMaxParameters) {
    problems.push_back({"layers", "a network of " + std::to_string(parameters) + " parameters",
                        "at most " + std::to_string(kMaxParameters)});
  }
  if (activations > kMaxActivations) {
    problems.push_back({"layers",
                        "a network that gives " + std::to_string(activations) + " values a sample",
                        "at most " + std::to_string(kMaxActivations)});
  }
  if (shape.size() != classes) {
    problems.push_back({itemPath("layers", layers.size() - 1),
                        "a layer with " + std::to_string(shape.size()) + " outputs",
                        std::to_string(classes) + " outputs, one for each class"});
  }
}

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes / 1'000'000) + " MB"; }

void checkMemory(const Recipe& recipe, Shape input, std::uint64_t memory,
                 std::vector<Problem>& problems) {
  const TrainingMemory needed = trainingMemory(recipe, input);
  if (needed.network + needed.sample > memory) {
    problems.push_back({"layers",
                        "a network that takes " + megabytes(needed.network + needed.sample) +
                            " to train with " + toString(recipe.optimizer.kind),
                        "at most " + megabytes(memory) + ", half of the memory"});
    return;
  }
  const std::uint64_t most = (memory - needed.network) / needed.sample;
  if (static_cast<std::uint64_t>(recipe.batch) <= most) return;
  problems.push_back({"batch", std::to_string(recipe.batch),
                      "at most " + std::to_string(most) +
                          " with these layers: more would take over half of the memory"});
}

bool concernsLayers(const Problem& problem) { return problem.field.starts_with("layers"); }

}  // namespace

std::vector<Problem> validate(const Recipe& recipe, Shape input, int classes,
                              std::uint64_t memory) {
  std::vector<Problem> problems = fieldProblems(recipe);
  if (recipe.layers.empty()) {
    problems.push_back({"layers", "empty", "at least one layer"});
    return problems;
  }
  for (const Problem& problem : problems) {
    if (concernsLayers(problem)) return problems;
  }
  checkShapes(recipe.layers, input, classes, problems);
  if (problems.empty()) checkMemory(recipe, input, memory, problems);
  return problems;
}

std::string describe(const std::vector<Problem>& problems) {
  std::string text;
  for (std::size_t i = 0; i < std::min(problems.size(), kMostDescribed); ++i) {
    if (i > 0) text += '\n';
    text += problems[i].field + " is " + problems[i].value + ", allowed is " + problems[i].allowed;
  }
  if (problems.size() > kMostDescribed)
    text += "\n… and " + std::to_string(problems.size() - kMostDescribed) + " more";
  return text;
}

}  // namespace inkling
