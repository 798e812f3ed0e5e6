// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"
#include "core/base/readfile.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace inkling {

/// Something is saved and in its place, but its folder could not be written to the disk.
class INKLING_CORE_API MayNotLast final : public Error {
public:
  MayNotLast(const std::filesystem::path& what, const std::string& reason)
      : Error(what.string() + " was saved, but writing its folder to the disk failed (" + reason +
              "): it may not outlast a power cut."),
        m_reason(reason) {}
  const std::string& reason() const { return m_reason; }

private:
  std::string m_reason;
};

/// Replaces `file` by `bytes`, all or nothing: temporary file in the same folder, write, fsync,
/// rename, fsync of the folder. An error up to the rename throws Error, removes the temporary file
/// and leaves the old one. If only the folder cannot be synced, the new file is in its place and
/// MayNotLast is thrown. Permissions are kept. Links are followed; devices and pipes are written to
/// and stay what they are.
///
/// A temporary file is locked while its writer lives. Those of writers that were killed are removed
/// by the next save in the folder.
INKLING_CORE_API void writeFileAtomically(const std::filesystem::path& file,
                                          std::span<const char> bytes);

/// Files that belong together: all are written before the first takes its place, so that what is
/// lacking, room or permissions, changes nothing. If one cannot take its place after others, what
/// was there before them is put back; where the file system cannot, the Error names them.
struct NewFile {
  std::filesystem::path file;
  std::span<const char> bytes;
};
INKLING_CORE_API void writeFilesAtomically(const std::vector<NewFile>& files);

/// So that what was renamed in a folder is there after a power cut, too. `what` was just saved.
/// Throws MayNotLast, unless the file system only does not offer this.
INKLING_CORE_API void syncFolder(const std::filesystem::path& folder,
                                 const std::filesystem::path& what);

/// The file that saving to `file` writes: where a link leads, whether there is something or not.
/// Throws Error if that cannot be told.
INKLING_CORE_API std::filesystem::path saveTarget(const std::filesystem::path& file);

}  // namespace inkling
