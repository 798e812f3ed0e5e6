// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

#include <string>
#include <vector>

namespace inkling {

/// Something that looks wrong with a set.
struct DataProblem {
  std::string code;                   ///< for programs: "inverted"
  std::string sentence;               ///< with numbers, in English
  std::vector<std::string> values{};  ///< those of the sentence, in its order, for other languages
  std::string field{};  ///< of the recipe, which mends it with `value`; empty: nothing does
  std::string value{};
  bool operator==(const DataProblem&) const = default;
};

/// What looks wrong, the worst first: classes without
/// training images ("missing-classes") or test images ("untested-classes"), labels that skip
/// numbers ("label-gaps"), classes of very unequal size ("unequal-classes"), images in the order of
/// their classes ("in-order"), pixels of a small range ("narrow-range"), black and white swapped
/// against MNIST ("inverted"), digits that are "transposed", "mirrored" or "rotated", images of one
/// value ("blank-images"), and test images that are training images as well ("duplicates").
INKLING_CORE_API std::vector<DataProblem> problemsOf(const DataSource& source);

}  // namespace inkling
