// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/tinydata.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>

namespace inkling::test {
namespace {

std::shared_ptr<const Dataset> images(int side, int count, int classes, std::uint32_t stream) {
  auto set = std::make_shared<Dataset>();
  set->width = set->height = side;
  set->classes = classes;
  Random random(42, RandomPurpose::Analysis, stream);
  for (int i = 0; i < count; ++i) {
    const int label = static_cast<int>(random.below(static_cast<std::uint32_t>(classes)));
    const double angle = 6.283185307 * label / classes;
    const double cx = side * (0.5 + 0.25 * std::cos(angle)) + random.uniform(-0.7, 0.7);
    const double cy = side * (0.5 + 0.25 * std::sin(angle)) + random.uniform(-0.7, 0.7);
    for (int y = 0; y < side; ++y)
      for (int x = 0; x < side; ++x) {
        const double distance = ((x - cx) * (x - cx) + (y - cy) * (y - cy)) * 40 / (side * side);
        const double value = 230 * std::exp(-distance) + random.uniform(-20, 25);
        set->pixels.push_back(static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0)));
      }
    set->labels.push_back(static_cast<Label>(label));
  }
  return set;
}

}  // namespace

DataSource tinyData(int side, int train, int test, int classes) {
  DataSource source;
  source.name = "tiny";
  source.title = "Tiny";
  for (int i = 0; i < classes; ++i) source.classNames.push_back(std::to_string(i));
  source.train = images(side, train, classes, 1);
  source.test = images(side, test, classes, 2);
  return source;
}

Recipe tinyRecipe(std::vector<LayerSpec> layers) {
  Recipe recipe;
  recipe.name = "tiny";
  recipe.data.set = "tiny";
  recipe.data.validation = HeldOut::last(0);
  recipe.layers = std::move(layers);
  recipe.batch = 8;
  recipe.epochs = 2;
  return recipe;
}

Recipe tinyMlp() {
  return tinyRecipe({LayerSpec::dense(16), LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(4)});
}

std::vector<float> numbersOf(const Network<float>& network) {
  std::vector<float> numbers;
  const auto append = [&](const auto& list) {
    for (const auto& each : list)
      numbers.insert(numbers.end(), each.value->data(), each.value->data() + each.value->size());
  };
  append(network.parameters());
  append(network.statistics());
  return numbers;
}

bool allFinite(const std::vector<float>& numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [](float x) { return std::isfinite(x); });
}

}  // namespace inkling::test
