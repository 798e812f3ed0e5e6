// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"

#include <filesystem>
#include <string>

namespace inkling::ui {

/// The bundled pretrained model: the file named in models/default.txt, else
/// models/default.safetensors; empty if there is none.
std::filesystem::path bundledModel(const std::filesystem::path& resources);

/// Where the model that has learnt the user's handwriting is kept.
std::filesystem::path personalModel();

/// What may read the canvas before anything is trained.
struct FirstModels {
  ModelPtr bundled;             ///< null: there is none
  ModelPtr personal;            ///< null: nothing has been learnt yet
  std::string problem;          ///< a sentence about one that cannot be read; empty: none
  std::string personalProblem;  ///< the same about the personal one
};

FirstModels loadFirstModels(const std::filesystem::path& resources);

}  // namespace inkling::ui
