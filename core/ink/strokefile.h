// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/gzip.h"
#include "core/ink/ink.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
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

/// Reads a stroke file, plain or gzip, digit by digit: one a line, whitespace separated,
/// `LABEL SOURCE WRITER RATE_HZ NSTROKES  N1 x y x y …  N2 x y …  …`, y pointing down; blank lines
/// are skipped. Keeps no more than a line of at most 4 MiB. Errors name file, line, what was
/// expected and what was found.
class INKLING_CORE_API StrokeReader {
public:
  /// Throws Error if the file cannot be read.
  explicit StrokeReader(const std::filesystem::path& file);

  /// None at the end. Throws Error, also if there is no digit at all.
  std::optional<PenDigit> next();

private:
  std::optional<std::string_view> nextLine();
  void requireIntact();

  ByteSource m_source;
  std::string m_name;
  std::string m_text;       ///< that was read from the file
  std::size_t m_begin = 0;  ///< of what nextLine() has not given yet
  std::size_t m_line = 0;
  bool m_ended = false;
  bool m_any = false;
};

/// As many as are read of a file that is kept as a whole.
inline constexpr std::size_t kMostPenDigits = 500'000;

/// All digits of a file of at most 500,000, with 2 million strokes and 10 million points. Throws
/// Error.
INKLING_CORE_API std::vector<PenDigit> loadStrokeFile(const std::filesystem::path& file);

/// One line of a stroke file, ended by a newline; coordinates rounded to integers.
INKLING_CORE_API std::string strokeLine(const PenDigit& digit);

}  // namespace inkling
