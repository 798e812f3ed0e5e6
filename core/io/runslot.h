// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/filelock.h"

#include <filesystem>
#include <optional>
#include <utility>

namespace inkling {

/// The place of one program's checkpoint in a folder that several programs share. The lock says
/// whose it is: a checkpoint that nobody holds was left by a program that has died.
class INKLING_CORE_API RunSlot final {
public:
  /// The newest place with a checkpoint that was left. Nothing if there is none, or if nothing can
  /// be locked there.
  static std::optional<RunSlot> takeLeft(const std::filesystem::path& folder);
  /// A place without one; makes the folder. Throws Error.
  static RunSlot takeEmpty(const std::filesystem::path& folder);

  const std::filesystem::path& file() const { return m_file; }

private:
  RunSlot(std::filesystem::path file, FileLock lock)
      : m_file(std::move(file)),
        m_lock(std::move(lock)) {}
  static std::optional<RunSlot> take(const std::filesystem::path& file, bool filled);

  std::filesystem::path m_file;
  FileLock m_lock;
};

}  // namespace inkling
