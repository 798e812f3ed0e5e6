// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"

namespace inkling::test {

/// Every field away from its default.
inline Recipe unusualRecipe() {
  Recipe r;
  r.name = "unusual";
  r.title = {{"en", "Unusual"}, {"zh_CN", "不寻常"}};
  r.lesson = {{"en", "A “lesson”."}};
  r.data = {"fashion-mnist", TrainLimit::drawn(1000), HeldOut::part(0.25), 0.5, 0.3081,
            false,           ClassBalance::Sampling};
  r.data.mend = {true, true, true, true, true, true, true, true, true};
  r.data.prepare = Preparation::Photo;
  r.layers = {LayerSpec::conv2d(8, 5, 2),        LayerSpec::of(LayerKind::BatchNorm),
              LayerSpec::of(LayerKind::Tanh),    LayerSpec::maxPool2d(3),
              LayerSpec::of(LayerKind::Flatten), LayerSpec::dropout(0.25),
              LayerSpec::of(LayerKind::Sigmoid), LayerSpec::dense(10)};
  r.layers[0].stride = 2;
  r.layers[0].bias = false;
  r.layers[0].weightInit = {InitKind::XavierUniform, 1.0 / 3};
  r.layers[3].allTies = true;
  r.layers[7].biasInit = {InitKind::FanInUniform, 2};
  r.labelSmoothing = 0.1;
  r.lossClamp = 1e-6;
  r.optimizer = {OptimizerKind::AdamW, 1e-5, 0.8, 0.7, 0.95, 1e-7, 0.01, 5};
  r.schedule = {ScheduleKind::OneCycle, 0.2, 0.1, 0.01, 3, 0.5};
  r.augment = {true, 0.1, 15, 0.2, 0.3, 1, 4, 2, 3, 0.4, 0.05, 0.02, 0.1, 0.2, true};
  r.batch = 1;
  r.epochs = 3;
  r.seed = 18446744073709551615ULL;
  r.averageDecay = 0.999;
  r.earlyStopping = 4;
  r.evaluateTrain = true;
  r.evaluateTest = true;
  r.reportEvery = 100;
  r.changes = {{"optimizer.learning_rate", 0.05, 1, 20}, {"epochs", 7, 1, 20}};
  r.published = {{"test_loss", 2, 0.25, 0.01}};
  return r;
}

}  // namespace inkling::test
