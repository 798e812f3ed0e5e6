// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/datareading.h"
#include "core/recipe/layerspec.h"

#include <filesystem>
#include <span>

namespace inkling {

/// How the lines of a table of images are made: an image a line, its pixels in consecutive columns.
///
/// The first line is a header if the first or last field is called label, labels, class, target, y
/// or digit, if it counts 0, 1, 2, …, or if more than one field is no number. In a header, a first
/// or last column called id, index or nothing is passed over.
///
/// The label is the column with such a name. Without one it is the first or the last column: that
/// which has texts; or that which alone has whole numbers of 0 … 999 only; or, if nine tenths of
/// the other have one value, as those of a corner of the paper do, that which has not, but at most
/// 100 different ones; or that with fewer different values; or the first.
struct CsvLayout {
  char delimiter = ',';  ///< comma, semicolon or tab: what the first line has most of
  bool header = false;
  int columns = 0;
  int labelColumn = -1;  ///< −1: there are no labels
  int firstPixel = 0;
  Shape shape;  ///< square, 1 or 3 channels; as many pixel columns
};

/// Reads the first line, and, if the label has no name, the first and last field of all lines.
/// `like`, if given, is what the lines of another part of the set are like. Throws Error if the
/// columns are not those of images.
INKLING_CORE_API CsvLayout csvLayoutOf(const std::filesystem::path& file,
                                       const DataReading& reading, const CsvLayout* like = nullptr);

/// Whether the first bytes of a file are those of a table of five columns or more, numbers below
/// what may be a header.
INKLING_CORE_API bool looksLikeCsv(std::span<const char> head);

}  // namespace inkling
