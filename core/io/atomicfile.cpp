// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/atomicfile.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/temporaryfile.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
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

void writeTemporary(const TemporaryFile& temporary, std::span<const char> bytes,
                    const fs::path& file) {
  struct stat old {};
  if (::stat(file.c_str(), &old) == 0 && S_ISREG(old.st_mode))
    ::fchmod(temporary.number(), old.st_mode & 07777);
  writeAll(temporary.number(), bytes, file);
  if (::fsync(temporary.number()) != 0) refuseToSave(file, "writing to the disk", errno);
}

// A device, a pipe or a socket is written to, never replaced by a file.
void writeInto(const fs::path& file, std::span<const char> bytes) {
  const Descriptor out(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
  if (out.number() < 0) refuseToSave(file, "opening", errno);
  writeAll(out.number(), bytes, file);
}

}  // namespace

fs::path saveTarget(const fs::path& file) {
  constexpr int kMostLinks = 40;
  fs::path target = file;
  std::error_code error;
  for (int i = 0; i < kMostLinks && fs::is_symlink(fs::symlink_status(target, error)); ++i) {
    const fs::path next = fs::read_symlink(target, error);
    if (error) break;
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  return target.has_parent_path() ? target : "." / target;
}

void syncFolder(const fs::path& folder, const fs::path& what) {
  const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (open.number() >= 0 && ::fsync(open.number()) == 0) return;
  if (open.number() >= 0 && (errno == EINVAL || errno == ENOTSUP)) return;
  throw Error(what.string() + " was saved, but writing its folder to the disk failed (" +
              std::strerror(errno) + "): it may not outlast a power cut.");
}

void writeFileAtomically(const fs::path& path, std::span<const char> bytes) {
  const fs::path file = saveTarget(path);
  if (fileKind(file) == FileKind::Other) return writeInto(file, bytes);
  const fs::path folder = file.parent_path();
  {
    const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (open.number() < 0) refuseToSave(path, "opening its folder", errno);
  }
  TemporaryFile::clearLeftovers(folder);
  const TemporaryFile temporary(folder);
  if (temporary.number() < 0) refuseToSave(path, "creating a file beside it", errno);
  writeTemporary(temporary, bytes, path);
  if (::rename(temporary.path().c_str(), file.c_str()) != 0)
    refuseToSave(path, "replacing it", errno);
  syncFolder(folder, path);
}

}  // namespace inkling
