// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/saliency.h"

#include "core/analysis/trace.h"
#include "core/model/fits.h"
#include "core/train/evaluate.h"

#include <algorithm>
#include <memory>

namespace inkling {
namespace {

// Gradient of Σ weights·logits with respect to the pixels as shares of full ink.
std::vector<float> pixelGradient(const Model& model, std::span<const std::uint8_t> image,
                                 const std::vector<float>& weights) {
  const Trace trace(model.network, networkInput(model, image));
  std::vector<float> gradient = trace.gradients(weights).front();
  const auto factor = static_cast<float>(1 / model.recipe.data.std);
  for (float& value : gradient) value *= factor;
  return gradient;
}

// The image with a square of paper at every place, row by row.
std::shared_ptr<const Dataset> covered(std::span<const std::uint8_t> image,
                                       const ImageFormat& format, int side) {
  const auto [height, width, channels] = format.shape;
  auto set = std::make_shared<Dataset>();
  set->width = width;
  set->height = height;
  set->channels = channels;
  set->classes = format.classes;
  for (int top = 0; top + side <= height; ++top)
    for (int left = 0; left + side <= width; ++left) {
      const auto begin = static_cast<std::ptrdiff_t>(set->pixels.size());
      set->pixels.insert(set->pixels.end(), image.begin(), image.end());
      for (int y = top; y < top + side; ++y)
        std::fill_n(set->pixels.begin() + begin + y * width + left, side, std::uint8_t(0));
    }
  set->labels.resize(set->pixels.size() / image.size());
  return set;
}

}  // namespace

std::vector<float> saliency(const Model& model, std::span<const std::uint8_t> image, int label) {
  requireClass(model.network, label);
  std::vector<float> weights(static_cast<std::size_t>(model.network.outputs()));
  weights[static_cast<std::size_t>(label)] = 1;
  return pixelGradient(model, image, weights);
}

std::vector<float> contrast(const Model& model, std::span<const std::uint8_t> image, int label,
                            int rival) {
  requireClass(model.network, label);
  requireClass(model.network, rival);
  std::vector<float> weights(static_cast<std::size_t>(model.network.outputs()));
  weights[static_cast<std::size_t>(label)] += 1;
  weights[static_cast<std::size_t>(rival)] -= 1;
  return pixelGradient(model, image, weights);
}

std::vector<float> occlusionMap(const Model& model, std::span<const std::uint8_t> image, int label,
                                int side, const std::atomic<bool>* cancel) {
  requireClass(model.network, label);
  const Shape shape = model.network.inputShape();
  const float whole = predict(model, image)[static_cast<std::size_t>(label)];
  DataView view{covered(image, formatOf(model.network), side), {}};
  for (int i = 0; i < view.set->count(); ++i) view.indices.push_back(static_cast<std::uint32_t>(i));
  const Predictions predictions = predictAll(model, view, 1, cancel);
  if (predictions.count() != view.count()) return {};
  std::vector<float> lost(image.size());
  std::vector<int> covers(image.size());
  const auto classes = static_cast<std::size_t>(predictions.classes);
  std::size_t place = 0;
  for (int top = 0; top + side <= shape.height; ++top)
    for (int left = 0; left + side <= shape.width; ++left, ++place) {
      const float loss =
          whole - predictions.probabilities[place * classes + static_cast<std::size_t>(label)];
      for (int y = top; y < top + side; ++y)
        for (int x = left; x < left + side; ++x) {
          lost[static_cast<std::size_t>(y * shape.width + x)] += loss;
          ++covers[static_cast<std::size_t>(y * shape.width + x)];
        }
    }
  for (std::size_t i = 0; i < lost.size(); ++i)
    if (covers[i] > 0) lost[i] /= static_cast<float>(covers[i]);
  return lost;
}

}  // namespace inkling
