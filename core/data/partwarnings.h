// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <span>
#include <string>
#include <vector>

namespace inkling {

/// A part of the data that lacks classes which the set has images of: figures on it say less than
/// they seem to.
struct DataWarning {
  enum class Part { Train, Validation, Test };
  Part part = Part::Train;
  std::vector<int> missing;  ///< classes, ascending; never empty
  int classes = 0;           ///< that the set has images of
  bool operator==(const DataWarning&) const = default;
};

/// One for each part that is not empty and lacks a class, in the order of the parts.
INKLING_CORE_API std::vector<DataWarning> warnings(const Split& split);

/// "0, 4, 7": at most a dozen of them.
INKLING_CORE_API std::string missingNames(const DataWarning& warning,
                                          std::span<const std::string> classNames);

/// "The validation part has no images of 3 of the 10 classes (0, 4, 7)."
INKLING_CORE_API std::string sentenceFor(const DataWarning& warning,
                                         std::span<const std::string> classNames);

}  // namespace inkling
