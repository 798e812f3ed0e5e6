// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataformat.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inkling {

/// The tables of one set, as their names say: "train.csv" and "test.csv", "mnist_train.csv" and
/// "mnist_test.csv". A table with another name is a set of its own.
struct CsvFiles {
  std::string stem;  ///< "", "mnist", "emnist-letters"
  std::filesystem::path train;
  std::filesystem::path test;                  ///< empty: there is none
  std::vector<std::filesystem::path> leftOut;  ///< for validation
};

/// The sets among some files, raw before .gz, by their names alone.
INKLING_CORE_API std::vector<CsvFiles> findCsvSets(const std::vector<std::filesystem::path>& files);

/// Tables with an image a line (csvlayout.h), raw or gzip. Of a folder, files called .csv or .tsv
/// are looked at. Labels are numbers, or texts, which become class names in their order. A test
/// table without labels is left out. Those of EMNIST are turned upright, see emnist.h.
INKLING_CORE_API bool recognisesCsv(const DataPlace& place);
INKLING_CORE_API std::vector<DataChoice> csvChoices(const DataPlace& place);
INKLING_CORE_API FoundData readCsv(const DataPlace& place, const DataReading& reading);

}  // namespace inkling
