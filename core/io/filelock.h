// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <filesystem>
#include <optional>
#include <utility>

namespace inkling {

/// An exclusive lock (flock) that the system itself takes back when its holder ends, however it
/// ends: only who holds it counts, not whether the file exists. Between processes and between
/// threads of one process. The file stays, empty.
class INKLING_CORE_API FileLock {
public:
  /// Nothing if somebody else holds it. Throws Error if the file cannot be opened.
  static std::optional<FileLock> tryTake(const std::filesystem::path& file);
  /// Waits for it. Throws Error if the file cannot be opened.
  static FileLock wait(const std::filesystem::path& file);

  FileLock(FileLock&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

private:
  explicit FileLock(int number) : m_number(number) {}
  int m_number;  ///< file descriptor
};

}  // namespace inkling
