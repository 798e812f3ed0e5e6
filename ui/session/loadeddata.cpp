// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/loadeddata.h"

#include <utility>

namespace inkling::ui {

DataDivision divisionOf(const Recipe& recipe) {
  return {recipe.data, isDrawn(recipe.data) ? recipe.seed : 0};
}

LoadedDataPtr divide(const LoadedData& loaded, const DataDivision& division) {
  return divide(loaded.source, loaded.problems, division);
}

LoadedDataPtr divide(DataPtr source, DataProblemsPtr problems, const DataDivision& division) {
  Split parts = inkling::split(*source, division.spec, division.seed);
  auto lacking = warnings(parts);
  return std::make_shared<const LoadedData>(LoadedData{
      std::move(source), division, std::move(parts), std::move(lacking), std::move(problems)});
}

}  // namespace inkling::ui
