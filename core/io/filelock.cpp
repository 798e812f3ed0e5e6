// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/filelock.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace inkling {
namespace {

[[noreturn]] void refuseLock(const std::filesystem::path& file) {
  throw Error("Cannot lock " + file.string() + ": " + std::strerror(errno) + ".");
}

int open(const std::filesystem::path& file) {
  const int number = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (number < 0) refuseLock(file);
  return number;
}

// True if the lock was taken, false if somebody else has it.
bool lock(int number, int operation, const std::filesystem::path& file) {
  while (::flock(number, operation) != 0) {
    if (errno == EINTR) continue;
    if (errno == EWOULDBLOCK) return false;
    const int code = errno;
    ::close(number);
    errno = code;
    refuseLock(file);
  }
  return true;
}

}  // namespace

std::optional<FileLock> FileLock::tryTake(const std::filesystem::path& file) {
  const int number = open(file);
  if (lock(number, LOCK_EX | LOCK_NB, file)) return FileLock(number);
  ::close(number);
  return std::nullopt;
}

FileLock FileLock::wait(const std::filesystem::path& file) {
  const int number = open(file);
  lock(number, LOCK_EX, file);
  return FileLock(number);
}

FileLock::~FileLock() {
  if (m_number >= 0) ::close(m_number);
}

}  // namespace inkling
