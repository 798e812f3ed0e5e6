// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/datareading.h"
#include "core/data/gzip.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace inkling {

/// The lines of a text file, raw or gzip, one after the other; a stretch of some megabytes is kept.
/// Lines end with LF or CR LF. Empty ones are passed over, as is a byte order mark.
class INKLING_CORE_API CsvLines {
public:
  /// Throws Error if the file cannot be read.
  CsvLines(const std::filesystem::path& file, const DataReading& reading);

  /// False at the end. `line` is good until the next call; behind it is a character that is its
  /// end. Throws Error if the file is damaged, if a line is longer than images can need, or if
  /// reading was cancelled.
  bool next(std::string_view& line);
  std::size_t number() const { return m_number; }  ///< of that line, from 1
  double share() const { return m_source.share(); }
  const std::string& name() const { return m_name; }

private:
  bool refill();

  std::string m_name;
  ByteSource m_source;
  const DataReading& m_reading;
  std::size_t m_stretch;  ///< bytes that are read at a time
  std::vector<char> m_buffer;
  std::size_t m_at = 0;   ///< of the next line in the buffer
  std::size_t m_end = 0;  ///< of what was read
  std::size_t m_number = 0;
  bool m_ended = false;
};

// Fields of a line.

/// Without spaces around it, nor quotes, of which two in a row are one.
INKLING_CORE_API std::string fieldText(std::string_view field);
/// The field that `line` begins with, quotes and all.
INKLING_CORE_API std::string_view firstField(std::string_view line, char delimiter);
/// All of them.
INKLING_CORE_API std::vector<std::string> fieldsOf(std::string_view line, char delimiter);
/// Reads a number that is all of the text; false if it is none.
INKLING_CORE_API bool isNumber(std::string_view text, double& value);

}  // namespace inkling
