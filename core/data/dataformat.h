// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"
#include "core/data/dataplace.h"
#include "core/data/datareading.h"
#include "core/data/dataset.h"

#include <span>
#include <string>
#include <vector>

namespace inkling {

/// What a reader has found, before it is divided and mended.
struct FoundData {
  std::string title;                    ///< empty: what the place is called
  Dataset train;                        ///< `classes` is set later
  Dataset test;                         ///< empty: there is none
  std::vector<std::string> classNames;  ///< of labels 0, 1, …; empty: they are their numbers
  std::vector<std::string> notes;       ///< sentences: what was done to read it
};

/// One of several sets at a place.
struct DataChoice {
  std::string title;
  std::filesystem::path path;  ///< read this instead
};

/// One of several has to be said. Its sentence names them.
class INKLING_CORE_API SeveralSets final : public Error {
public:
  SeveralSets(const std::filesystem::path& place, std::vector<DataChoice> choices);
  const std::vector<DataChoice>& choices() const { return m_choices; }

private:
  std::vector<DataChoice> m_choices;
};

/// A way data sets are stored. One row of dataFormats(); each has a file of its own.
struct DataFormat {
  const char* name;  ///< for people: "IDX"
  /// By content, not by name. Throws Error if that cannot be told.
  bool (*recognises)(const DataPlace& place);
  /// The sets at a place that is recognised; one or none: read() takes the place as it is.
  std::vector<DataChoice> (*choices)(const DataPlace& place);
  /// Trusts nothing: counts and sizes are checked before memory is taken. Throws Error.
  FoundData (*read)(const DataPlace& place, const DataReading& reading);
};

/// All of them, in the order in which they are tried. Defined in core/io/dataformats.cpp: strokes
/// are a format too, and what draws them stands above this folder, which may not know of it.
INKLING_CORE_API std::span<const DataFormat> dataFormats();

/// The first that recognises the place; null: none does.
INKLING_CORE_API const DataFormat* recognise(const DataPlace& place);

/// Whether a file or folder is a data set. False as well if it cannot be read.
INKLING_CORE_API bool isDataSet(const std::filesystem::path& path);

}  // namespace inkling
