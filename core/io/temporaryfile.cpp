// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/temporaryfile.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/numbers.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <string_view>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace inkling {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNameBegin = ".inkling-";
constexpr std::string_view kNameEnd = ".new";
constexpr std::size_t kHexDigits = 16;

std::string randomName() {
  std::uint64_t bits = 0;
  [[maybe_unused]] const ssize_t got = ::getrandom(&bits, sizeof bits, 0);
  return std::string(kNameBegin) + hexText(bits) + std::string(kNameEnd);
}

bool isTemporary(const std::string& name) {
  return name.size() == kNameBegin.size() + kHexDigits + kNameEnd.size() &&
         name.starts_with(kNameBegin) && name.ends_with(kNameEnd) &&
         std::ranges::all_of(name.substr(kNameBegin.size(), kHexDigits), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

bool tryLock(int number) { return ::flock(number, LOCK_EX | LOCK_NB) == 0; }

// Whoever cleared leftovers between creation and lock took the file for one of them.
bool isGone(int number) {
  struct stat status {};
  return ::fstat(number, &status) == 0 && status.st_nlink == 0;
}

}  // namespace

Descriptor::~Descriptor() {
  if (m_number >= 0) ::close(m_number);
}

TemporaryFile::TemporaryFile(const fs::path& folder) : m_file(create(folder)) {}

int TemporaryFile::create(const fs::path& folder) {
  constexpr int kAttempts = 100;
  for (int i = 0; i < kAttempts; ++i) {
    m_path = folder / randomName();
    const int number = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (number < 0 && errno == EEXIST) continue;
    if (number < 0) return number;
    // Who takes it for a leftover has the lock for a moment. Where there are no locks, nobody clears
    // away either.
    while (::flock(number, LOCK_EX) != 0 && errno == EINTR) continue;
    if (!isGone(number)) return number;
    ::close(number);
  }
  errno = EEXIST;
  return -1;
}

TemporaryFile::~TemporaryFile() {
  if (number() >= 0) ::unlink(m_path.c_str());
}

void TemporaryFile::clearLeftovers(const fs::path& folder) {
  try {
    for (const fs::path& entry : entriesOf(folder)) {
      if (!isTemporary(entry.filename().string())) continue;
      const Descriptor file(::open(entry.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
      if (file.number() >= 0 && tryLock(file.number())) ::unlink(entry.c_str());
    }
  } catch (const Error&) {
    // A folder that may be written to but not listed.
  }
}

}  // namespace inkling
