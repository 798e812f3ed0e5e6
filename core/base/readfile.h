// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace inkling {

/// A file that is read from its beginning on, or at any place.
class INKLING_CORE_API FileReader {
public:
  /// Throws Error (missing, a folder, not a regular file).
  explicit FileReader(std::filesystem::path file);
  ~FileReader();
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;

  std::uint64_t size() const { return m_size; }  ///< when it was opened
  /// Fills `out`; returns less than its size only at the end. Throws Error if it cannot be read.
  std::size_t read(std::span<char> out);
  /// The same from byte `at` on, wherever read() is.
  std::size_t readAt(std::uint64_t at, std::span<char> out) const;

private:
  [[noreturn]] void refuse(const std::string& why) const;

  std::filesystem::path m_file;
  int m_number;
  std::uint64_t m_size = 0;
};

/// The whole file, which may have at most `limit` bytes. Throws Error (missing, a folder, too
/// large, unreadable).
INKLING_CORE_API std::vector<char> readFile(const std::filesystem::path& file, std::size_t limit);

}  // namespace inkling
