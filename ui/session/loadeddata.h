// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataproblems.h"
#include "core/data/partwarnings.h"
#include "core/recipe/recipe.h"
#include "ui/session/run.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace inkling::ui {

/// What the parts of a data set depend on.
struct DataDivision {
  DataSpec spec;
  std::uint64_t seed = 0;  ///< 0 where nothing is drawn
  bool operator==(const DataDivision&) const = default;
};

DataDivision divisionOf(const Recipe& recipe);

/// What looks wrong with a data set, however it is divided.
using DataProblemsPtr = std::shared_ptr<const std::vector<DataProblem>>;

/// A data set with the parts that a recipe makes of it. Immutable; published whole or not at all.
struct LoadedData {
  DataPtr source;
  DataDivision division;  ///< that split was made by; its set names the source
  Split split;
  std::vector<DataWarning> warnings;  ///< of the parts
  DataProblemsPtr problems;           ///< of the set
  const std::string& set() const { return division.spec.set; }
  MendedSet images() const { return division.spec.images(); }
};

using LoadedDataPtr = std::shared_ptr<const LoadedData>;

/// Throws Error if the set cannot be divided like that.
LoadedDataPtr divide(DataPtr source, DataProblemsPtr problems, const DataDivision& division);
/// The same set, divided otherwise.
LoadedDataPtr divide(const LoadedData& loaded, const DataDivision& division);

}  // namespace inkling::ui
