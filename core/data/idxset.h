// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataformat.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inkling {

/// The IDX files of one set. Which are images and which labels, their heads say; which belong
/// together, and whether they are for testing, their names do: "train-images-idx3-ubyte" and
/// "train-labels-idx1-ubyte", "t10k-…" or "test-…" for testing, with anything before
/// ("emnist-letters-train-…").
struct IdxFiles {
  std::string stem;  ///< what the names begin with: "", "emnist-letters"
  std::filesystem::path trainImages;
  std::filesystem::path trainLabels;
  std::filesystem::path testImages;  ///< empty, as testLabels: the set has no test images
  std::filesystem::path testLabels;
};

/// The sets among the files of a folder, raw before .gz, by stem. Some files of a set may lack.
INKLING_CORE_API std::vector<IdxFiles> findIdxSets(
    const std::vector<std::filesystem::path>& entries);

/// One of several sets is chosen by a file of it.
INKLING_CORE_API bool recognisesIdx(const DataPlace& place);
INKLING_CORE_API std::vector<DataChoice> idxChoices(const DataPlace& place);
INKLING_CORE_API FoundData readIdx(const DataPlace& place, const DataReading& reading);

}  // namespace inkling
