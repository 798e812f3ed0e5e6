// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/trainer.h"

#include <optional>
#include <string>
#include <vector>

namespace inkling {

/// Everything in a model file but its tensors.
struct ModelHeader {
  Shape input{0, 0, 0};
  Recipe recipe;
  std::vector<std::string> classNames;
  std::string dataFingerprint;  ///< empty: not known, as in files of version 1
  bool testDrawn = false;
  Preparation preparation = Preparation::Digits;
  History history;
  Position position;
  std::optional<TrainingState> state;  ///< of a checkpoint, without its matrices
};

/// As JSON text, with the format's version in front.
std::string encodeHeader(const ModelHeader& header);

/// Throws Error: a newer version, a missing field, a wrong type, an unusable recipe. `source` names
/// the file.
ModelHeader decodeHeader(const std::string& text, const std::string& source);

}  // namespace inkling
