// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/ink.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inkling {

/// One recorded digit.
struct PenDigit {
  int label = 0;       ///< 0 … 9
  std::string source;  ///< collection; no blanks
  std::string writer;  ///< no blanks
  int rate = 100;      ///< points a second
  Ink ink;
};

/// Reads a stroke file, plain or gzip: one digit a line, whitespace separated,
/// `LABEL SOURCE WRITER RATE_HZ NSTROKES  N1 x y x y …  N2 x y …  …`, y pointing down; blank lines
/// are skipped. Throws Error naming file, line, what was expected and what was found.
INKLING_CORE_API std::vector<PenDigit> loadStrokeFile(const std::filesystem::path& file);

/// The same from text; `source` stands for the file in errors.
INKLING_CORE_API std::vector<PenDigit> parseStrokes(const std::string& text,
                                                    const std::string& source);

/// One line of a stroke file, ended by a newline; coordinates rounded to integers.
INKLING_CORE_API std::string strokeLine(const PenDigit& digit);

}  // namespace inkling
