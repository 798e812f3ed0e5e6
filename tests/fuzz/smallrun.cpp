// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/smallrun.h"

#include "tests/fuzz/target.h"

#include <cmath>

namespace inkling::fuzz {
namespace {

constexpr std::uint64_t kMemory = 1 << 20;

/// Stops after some batches: with four images or more in each, after an epoch.
class SomeBatches final : public Observer {
public:
  explicit SomeBatches(Control& control) : m_control(control) {}
  void onBatch(const BatchRecord&, const Progress&) override {
    if (--m_left == 0) m_control.stop();
  }

private:
  Control& m_control;
  int m_left = 3;
};

}  // namespace

bool isSmall(const std::vector<LayerSpec>& layers, Shape input) {
  constexpr long kMostValues = 30'000;
  constexpr long kMostProducts = 300'000;
  constexpr std::size_t kMostLayers = 30;
  long values = input.size();
  long products = 0;
  for (const LayerSpec& layer : layers) {
    const long weights = parameterCount(layer, input);
    input = outputShape(layer, input);
    values += input.size() + weights;
    products += weights * input.height * input.width;
    if (values > kMostValues || products > kMostProducts) return false;
  }
  return layers.size() <= kMostLayers;
}

DataSource fewImages(Shape input, const std::vector<std::string>& classNames) {
  constexpr int kCount = 12;
  auto set = std::make_shared<Dataset>();
  set->height = input.height;
  set->width = input.width;
  set->classes = static_cast<int>(classNames.size());
  set->pixels.resize(static_cast<std::size_t>(kCount) * static_cast<std::size_t>(input.size()));
  for (std::size_t i = 0; i < set->pixels.size(); ++i)
    set->pixels[i] = static_cast<std::uint8_t>(i % 7 == 0 ? 255 - i % 256 : 0);
  for (int i = 0; i < kCount; ++i) set->labels.push_back(static_cast<Label>(i % set->classes));
  return {.name = "few", .title = "Few", .classNames = classNames, .train = set, .test = set};
}

void trainSomeSteps(Trainer& trainer) {
  Control control;
  SomeBatches observer(control);
  trainer.run(control, observer);
}

void useModel(Model model, std::optional<TrainingState> state) {
  const Shape input = model.network.inputShape();
  if (!isSmall(model.network.specs(), input)) return;
  const DataSource source = fewImages(input, model.classNames);
  const std::vector<float> said = predict(model, source.train->image(0));
  check(said.size() == model.classNames.size(), "a model has an answer for each class");
  check(model.history.best() < static_cast<int>(model.history.epochs.size()), "the best is one");
  check(model.history.stepsPerEpoch(model.recipe.batch) >= 0, "an epoch has no fewer steps than 0");
  if (!validate(model.recipe, input, source.classes(), kMemory).empty()) return;
  if (state) {
    Trainer trainer(Checkpoint{std::move(model), std::move(*state)}, source, 1, OtherData::Take);
    trainSomeSteps(trainer);
  } else {
    Trainer trainer(std::move(model), source, 1);
    trainSomeSteps(trainer);
  }
}

}  // namespace inkling::fuzz
