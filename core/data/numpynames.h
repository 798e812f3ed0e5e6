// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/arrayreader.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inkling {

/// The arrays of one set, as their names say.
struct NumpyFiles {
  std::string stem;               ///< what the files' names begin with: "", "kmnist"
  std::filesystem::path archive;  ///< that all arrays are of; empty: each has a file of its own
  ArrayPlace trainImages;
  ArrayPlace trainLabels;
  ArrayPlace testImages;  ///< empty, as testLabels: the set has no test images
  ArrayPlace testLabels;
  ArrayPlace classNames;
  ArrayPlace fullScale;              ///< "full_scale": what pixels have at most; empty: by the rule
  std::vector<std::string> leftOut;  ///< names of what is for validation
  std::vector<std::string> others;   ///< names that say nothing

  bool complete() const { return !trainImages.empty() && !trainLabels.empty(); }
  /// That the set is chosen by.
  const std::filesystem::path& file() const;
};

/// The sets of an archive and of the other files among them, in order. Some arrays of a set may
/// lack; sets of which more than that is wrong come only if there is no other. Throws Error if an
/// archive is damaged.
INKLING_CORE_API std::vector<NumpyFiles> findNumpySets(
    const std::vector<std::filesystem::path>& files);

}  // namespace inkling
