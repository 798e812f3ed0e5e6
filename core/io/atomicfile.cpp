// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/atomicfile.h"

#include "core/base/error.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace inkling {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuseToSave(const fs::path& file, const std::string& step, int code) {
  throw Error("Cannot save " + file.string() + ": " + step + " failed (" + std::strerror(code) +
              "). What was there before is unchanged.");
}

// An open file that is closed on every way out; close() tells whether that went well.
class Descriptor {
public:
  Descriptor(const fs::path& path, int flags, mode_t mode = 0)
      : m_number(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool isOpen() const { return m_number >= 0; }
  int number() const { return m_number; }
  bool close() {
    const int number = std::exchange(m_number, -1);
    return number < 0 || ::close(number) == 0;
  }

private:
  int m_number;
};

// Removes a file on every way out.
class Remover {
public:
  explicit Remover(fs::path file) : m_file(std::move(file)) {}
  ~Remover() { ::unlink(m_file.c_str()); }
  Remover(const Remover&) = delete;
  Remover& operator=(const Remover&) = delete;

private:
  fs::path m_file;
};

// A name beside `file` that no other writer uses.
fs::path neighbour(const fs::path& file, const char* purpose) {
  static std::atomic<unsigned> counter{0};
  return file.parent_path() / ("." + file.filename().string() + "." + std::to_string(::getpid()) +
                               "-" + std::to_string(counter++) + purpose);
}

// The file itself where `file` is a link to it, and never without a folder.
fs::path target(const fs::path& file) {
  std::error_code error;
  fs::path resolved = fs::is_symlink(file, error) ? fs::weakly_canonical(file, error) : file;
  if (error || resolved.empty()) resolved = file;
  return resolved.has_parent_path() ? resolved : "." / resolved;
}

void writeAll(int number, std::span<const char> bytes, const fs::path& file) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(number, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) refuseToSave(file, "writing", errno);
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
}

void writeTemporary(const fs::path& temporary, std::span<const char> bytes, const fs::path& file) {
  Descriptor out(temporary, O_WRONLY | O_CREAT | O_EXCL, 0666);
  if (!out.isOpen()) refuseToSave(file, "creating a file beside it", errno);
  struct stat old {};
  if (::stat(file.c_str(), &old) == 0 && S_ISREG(old.st_mode))
    ::fchmod(out.number(), old.st_mode & 07777);
  writeAll(out.number(), bytes, file);
  if (::fsync(out.number()) != 0) refuseToSave(file, "writing to the disk", errno);
  if (!out.close()) refuseToSave(file, "closing", errno);
}

// A device, a pipe or a socket: to be written to, never to be replaced by a file.
bool isSpecial(const fs::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

void writeInto(const fs::path& file, std::span<const char> bytes) {
  Descriptor out(file, O_WRONLY);
  if (!out.isOpen()) refuseToSave(file, "opening", errno);
  writeAll(out.number(), bytes, file);
  if (!out.close()) refuseToSave(file, "closing", errno);
}

}  // namespace

void writeFileAtomically(const fs::path& path, std::span<const char> bytes) {
  const fs::path file = target(path);
  if (isSpecial(file)) return writeInto(file, bytes);
  const Descriptor folder(file.parent_path(), O_RDONLY | O_DIRECTORY);
  if (!folder.isOpen()) refuseToSave(path, "opening its folder", errno);
  const fs::path temporary = neighbour(file, ".new");
  const fs::path previous = neighbour(file, ".old");
  const Remover removeTemporary(temporary);
  const Remover removePrevious(previous);
  writeTemporary(temporary, bytes, file);
  // A second name for the old file, so that it can come back if the folder cannot be synced.
  const bool kept = ::link(file.c_str(), previous.c_str()) == 0;
  if (::rename(temporary.c_str(), file.c_str()) != 0) refuseToSave(path, "replacing it", errno);
  if (::fsync(folder.number()) != 0) {
    const int code = errno;
    if (kept) {
      ::rename(previous.c_str(), file.c_str());
    } else {
      ::unlink(file.c_str());
    }
    refuseToSave(path, "writing its folder to the disk", code);
  }
}

}  // namespace inkling
