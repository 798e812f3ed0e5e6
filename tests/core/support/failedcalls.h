// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>
#include <string>

namespace inkling::test {

enum class FileCall { Exchange, Fchmod, Fstat, Fsync, ReadLink };  // exchange: of two files' names

/// While it lives, the calls of that kind after the next `before` fail in this process.
class FailedCalls final {
public:
  explicit FailedCalls(FileCall call, int before = 0, int code = EIO);
  ~FailedCalls();
  FailedCalls(const FailedCalls&) = delete;
  FailedCalls& operator=(const FailedCalls&) = delete;
};

/// While it lives, nothing is renamed to a path that contains `part`.
class FailedRenames final {
public:
  explicit FailedRenames(std::string part);
  ~FailedRenames();
  FailedRenames(const FailedRenames&) = delete;
  FailedRenames& operator=(const FailedRenames&) = delete;
};

}  // namespace inkling::test
