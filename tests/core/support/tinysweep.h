// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweepspec.h"

#include <filesystem>

namespace inkling::test {

/// A sweep over learning rate and hidden units on the block set in `data`, with 50 of the images
/// held out; takes milliseconds.
inline SweepSpec tinySweep(const std::filesystem::path& data) {
  SweepSpec spec;
  spec.name = "tiny";
  spec.base.name = "tiny";
  spec.base.data.set = data.string();
  spec.base.data.validation = HeldOut::last(50);
  spec.base.layers = {LayerSpec::dense(8), LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(10)};
  spec.base.batch = 10;
  spec.base.epochs = 2;
  spec.axes = {
      {.name = "rate", .fields = {"optimizer.learning_rate"}, .values = {{"0.0001"}, {"0.05"}}},
      {.name = "hidden", .fields = {"layers[0].units"}, .values = {{"4"}, {"16"}}}};
  return spec;
}

}  // namespace inkling::test
