// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/labels.h"

#include <string>
#include <vector>

namespace inkling {

class CsvImages;

/// The classes of the labels of a set.
struct CsvClasses {
  std::vector<std::string> names;  ///< empty: the labels are numbers
  std::vector<Label> train;
  std::vector<Label> test;
};

/// If all labels are numbers, they are the classes; else their texts are the names of the classes,
/// sorted. Throws Error on numbers other than 0 … 999, with line and column.
CsvClasses classesOf(const CsvImages& train, const CsvImages* test);

}  // namespace inkling
