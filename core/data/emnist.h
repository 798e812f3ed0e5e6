// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace inkling {

/// How a set of EMNIST differs from others of its format (Cohen, Afshar, Tapson, van Schaik 2017:
/// "EMNIST: an extension of MNIST to handwritten letters"): the images stand transposed, and the
/// labels of "letters" begin with 1.
struct Emnist {
  std::vector<std::string> classNames;
  int firstLabel = 0;
};

/// By the stem of its files' names ("emnist-letters") and, if the folder has it, by the mapping
/// that comes with them ("emnist-letters-mapping.txt": a label and its characters' codes in every
/// line). Nothing if it is no set of EMNIST. Throws Error if the mapping is damaged.
INKLING_CORE_API std::optional<Emnist> emnistOf(const std::string& stem,
                                                const std::filesystem::path& folder);

/// Turns the images upright and lets the labels begin with 0. Throws Error on a label below the
/// first, or images that are not square.
INKLING_CORE_API void turnEmnist(Dataset& set, const Emnist& emnist);

}  // namespace inkling
