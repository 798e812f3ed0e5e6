// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/atomicfile.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/temporaryfile.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace inkling {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuseToSave(const fs::path& file, const std::string& step, int code) {
  throw Error("Cannot save " + file.string() + ": " + step + " failed (" + std::strerror(code) +
              "). What was there before is unchanged.");
}

void writeAll(int number, std::span<const char> bytes, const fs::path& file) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(number, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) refuseToSave(file, "writing", errno);
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
}

// Where a file system has no permissions, those of the new file are the same without doing
// anything.
void keepPermissions(int number, const fs::path& file, const fs::path& path) {
  struct stat old {};
  struct stat now {};
  if (::stat(file.c_str(), &old) != 0) {
    if (errno == ENOENT) return;
    refuseToSave(path, "reading its permissions", errno);
  }
  if (::fchmod(number, old.st_mode & 07777) == 0) return;
  const int code = errno;
  if (::fstat(number, &now) != 0 || now.st_mode != old.st_mode)
    refuseToSave(path, "keeping its permissions", code);
}

// A device, a pipe or a socket is written to, never replaced by a file.
void writeInto(const fs::path& file, std::span<const char> bytes) {
  const Descriptor out(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
  if (out.number() < 0) refuseToSave(file, "opening", errno);
  writeAll(out.number(), bytes, file);
}

/// A file that is written, but not in its place yet.
class Pending {
public:
  explicit Pending(const NewFile& wanted)
      : m_wanted(wanted),
        m_file(saveTarget(wanted.file)),
        m_folder(m_file.parent_path()),
        m_kind(fileKind(m_file)) {}

  void clearFolder() const {
    if (m_kind != FileKind::Other) TemporaryFile::clearLeftovers(m_folder);
  }
  /// Beside its place; a device or a pipe has no such place.
  void write() {
    if (m_kind != FileKind::Other) writeTemporary();
  }
  void place() {
    if (m_kind == FileKind::Other) return writeInto(m_file, m_wanted.bytes);
    if (::rename(m_temporary->path().c_str(), m_file.c_str()) != 0)
      refuseToSave(m_wanted.file, "replacing it", errno);
  }
  /// The same, so that it can be taken back: the old file is now the temporary one. Not every file
  /// system can do this.
  void placeForNow() {
    if (m_kind == FileKind::File)
      m_exchanged = ::renameat2(AT_FDCWD, m_temporary->path().c_str(), AT_FDCWD, m_file.c_str(),
                                RENAME_EXCHANGE) == 0;
    if (!m_exchanged) place();
  }
  /// False: what was there before is no more.
  bool takeBack() const {
    if (m_exchanged) return ::rename(m_temporary->path().c_str(), m_file.c_str()) == 0;
    return m_kind == FileKind::None && ::unlink(m_file.c_str()) == 0;
  }
  void sync() const {
    if (m_kind != FileKind::Other) syncFolder(m_folder, m_wanted.file);
  }
  std::string name() const { return m_wanted.file.string(); }

private:
  void writeTemporary() {
    {
      const Descriptor open(::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
      if (open.number() < 0) refuseToSave(m_wanted.file, "opening its folder", errno);
    }
    m_temporary.emplace(m_folder);
    const int number = m_temporary->number();
    if (number < 0) refuseToSave(m_wanted.file, "creating a file beside it", errno);
    if (m_kind == FileKind::File) keepPermissions(number, m_file, m_wanted.file);
    writeAll(number, m_wanted.bytes, m_wanted.file);
    if (::fsync(number) != 0) refuseToSave(m_wanted.file, "writing to the disk", errno);
  }

  NewFile m_wanted;
  fs::path m_file;
  fs::path m_folder;  ///< found out before it is needed, when there may be no memory
  FileKind m_kind;
  bool m_exchanged = false;
  std::optional<TemporaryFile> m_temporary;
};

void placeAll(std::deque<Pending>& files) {
  if (files.size() == 1) return files.front().place();
  for (auto next = files.begin(); next != files.end(); ++next) {
    try {
      next->placeForNow();
    } catch (const Error& failed) {
      std::string replaced;
      for (auto done = files.begin(); done != next; ++done)
        if (!done->takeBack()) replaced += (replaced.empty() ? "" : ", ") + done->name();
      if (replaced.empty()) throw;
      throw Error(std::string(failed.what()) + " But " + replaced +
                  " was saved already, and does not belong to it.");
    }
  }
}

}  // namespace

fs::path saveTarget(const fs::path& file) {
  constexpr int kMostLinks = 40;
  fs::path target = file;
  std::error_code error;
  const auto refuse = [&target, &error] {
    throw Error("Cannot look for " + target.string() + ": " + error.message() + ".");
  };
  for (int i = 0; i < kMostLinks; ++i) {
    const fs::file_status status = fs::symlink_status(target, error);
    if (error && status.type() != fs::file_type::not_found) refuse();
    if (!fs::is_symlink(status)) break;
    const fs::path next = fs::read_symlink(target, error);
    if (error) refuse();
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  return target.has_parent_path() ? target : "." / target;
}

void syncFolder(const fs::path& folder, const fs::path& what) {
  const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (open.number() >= 0 && ::fsync(open.number()) == 0) return;
  if (open.number() >= 0 && (errno == EINVAL || errno == ENOTSUP)) return;
  throw MayNotLast(what, std::strerror(errno));
}

void writeFilesAtomically(const std::vector<NewFile>& files) {
  std::deque<Pending> pending;
  for (const NewFile& file : files) pending.emplace_back(file).clearFolder();
  for (Pending& file : pending) file.write();
  placeAll(pending);
  for (const Pending& file : pending) file.sync();
}

void writeFileAtomically(const fs::path& file, std::span<const char> bytes) {
  writeFilesAtomically({{file, bytes}});
}

}  // namespace inkling
