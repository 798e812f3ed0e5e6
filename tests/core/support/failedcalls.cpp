// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/failedcalls.h"

#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

using inkling::test::FileCall;

std::optional<FileCall> failingCall;
int callsBefore = 0;
int failureCode = EIO;
std::string refusedPart;

bool fails(FileCall call) {
  if (failingCall != call || callsBefore-- > 0) return false;
  errno = failureCode;
  return true;
}

}  // namespace

// These stand before those of the C library, for all libraries of the program.

extern "C" int fsync(int number) {
  return fails(FileCall::Fsync) ? -1 : static_cast<int>(::syscall(SYS_fsync, number));
}

extern "C" int fchmod(int number, mode_t mode) noexcept {
  return fails(FileCall::Fchmod) ? -1 : static_cast<int>(::syscall(SYS_fchmod, number, mode));
}

extern "C" int fstat(int number, struct stat* status) noexcept {
  return fails(FileCall::Fstat) ? -1 : ::fstatat(number, "", status, AT_EMPTY_PATH);
}

extern "C" ssize_t readlink(const char* path, char* text, std::size_t size) noexcept {
  return fails(FileCall::ReadLink) ? -1 : ::readlinkat(AT_FDCWD, path, text, size);
}

extern "C" int rename(const char* from, const char* to) noexcept {
  if (!refusedPart.empty() && std::string(to).find(refusedPart) != std::string::npos) {
    errno = EIO;
    return -1;
  }
  return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

extern "C" int renameat2(int fromFolder, const char* from, int toFolder, const char* to,
                         unsigned flags) noexcept {
  if (fails(FileCall::Exchange)) return -1;
  return static_cast<int>(::syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags));
}

namespace inkling::test {

FailedCalls::FailedCalls(FileCall call, int before, int code) {
  failingCall = call;
  callsBefore = before;
  failureCode = code;
}

FailedCalls::~FailedCalls() { failingCall.reset(); }

FailedRenames::FailedRenames(std::string part) { refusedPart = std::move(part); }

FailedRenames::~FailedRenames() { refusedPart.clear(); }

}  // namespace inkling::test
