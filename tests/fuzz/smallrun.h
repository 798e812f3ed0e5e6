// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/trainer.h"

namespace inkling::fuzz {

/// Whether the network is small enough to be run some thousand times a second.
bool isSmall(const std::vector<LayerSpec>& layers, Shape input);

/// A few images of a made-up kind.
DataSource fewImages(Shape input, const std::vector<std::string>& classNames);

/// Trains for three steps at most. Throws Error if the recipe or the checkpoint cannot be trained.
void trainSomeSteps(Trainer& trainer);

/// What a program does with a model it has opened: asks it about an image, or trains it on.
void useModel(Model model, std::optional<TrainingState> state);

}  // namespace inkling::fuzz
