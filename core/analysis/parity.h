// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

namespace inkling {

/// The losses of the first steps of a recipe as another program computes them, in double precision,
/// from the same initial weights and in the same order: PyTorch, and NumPy for dense networks.
struct ParityReference {
  std::string name;  ///< of the recipe beside the figures: name.json
  std::vector<double> losses;
};

/// Reads losses.csv of `folder`, a column for each recipe: names, then a row of losses for each
/// step. Throws Error if it is not readable.
INKLING_CORE_API std::vector<ParityReference> loadParityReferences(
    const std::filesystem::path& folder);

/// The same from its text; `source` names the file in errors.
INKLING_CORE_API std::vector<ParityReference> parseParityReferences(const std::string& text,
                                                                    const std::string& source);

/// Trains the recipe for as many steps on MNIST and returns the largest relative difference of a
/// loss; −1 if cancelled. Throws Error if the recipe is not readable.
INKLING_CORE_API double parityDifference(const std::filesystem::path& folder,
                                         const ParityReference& reference, const DataSource& mnist,
                                         int threads = 0,
                                         const std::atomic<bool>* cancel = nullptr);

}  // namespace inkling
