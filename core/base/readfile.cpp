// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/readfile.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace inkling {
namespace {

// An open file that is closed on every way out.
struct Reading {
  explicit Reading(const std::filesystem::path& file)
      // A pipe without a writer must not keep us waiting; for files this changes nothing.
      : number(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~Reading() {
    if (number >= 0) ::close(number);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  int number;
};

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& why) {
  throw Error("Cannot read " + file.string() + ": " + why + ".");
}

// Of the open file: what the path names may be another one by now.
std::size_t sizeOf(const Reading& open, const std::filesystem::path& file, std::size_t limit) {
  struct stat status {};
  if (::fstat(open.number, &status) != 0) refuse(file, std::strerror(errno));
  if (S_ISDIR(status.st_mode)) refuse(file, "it is a folder");
  if (!S_ISREG(status.st_mode)) refuse(file, "it is not a regular file");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > limit) {
    refuse(file, "it has " + std::to_string(size) + " bytes, allowed are " + std::to_string(limit));
  }
  return size;
}

}  // namespace

std::vector<char> readFile(const std::filesystem::path& file, std::size_t limit) {
  const Reading open(file);
  if (open.number < 0) refuse(file, std::strerror(errno));
  std::vector<char> bytes(sizeOf(open, file, limit));
  for (std::size_t got = 0; got < bytes.size();) {
    const ssize_t count = ::read(open.number, bytes.data() + got, bytes.size() - got);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) refuse(file, std::strerror(errno));
    if (count == 0) {
      refuse(file, "only " + std::to_string(got) + " of its " + std::to_string(bytes.size()) +
                       " bytes could be read");
    }
    got += static_cast<std::size_t>(count);
  }
  return bytes;
}

}  // namespace inkling
