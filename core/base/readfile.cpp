// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/readfile.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace inkling {

FileReader::FileReader(std::filesystem::path file)
    : m_file(std::move(file)),
      // A pipe without a writer must not keep us waiting; for files this changes nothing.
      m_number(::open(m_file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  if (m_number < 0) refuse(std::strerror(errno));
  // Of the open file: what the path names may be another one by now.
  struct stat status {};
  const char* why = nullptr;
  if (::fstat(m_number, &status) != 0)
    why = std::strerror(errno);
  else if (S_ISDIR(status.st_mode))
    why = "it is a folder";
  else if (!S_ISREG(status.st_mode))
    why = "it is not a regular file";
  if (why) {
    ::close(m_number);
    refuse(why);
  }
  m_size = static_cast<std::uint64_t>(status.st_size);
}

FileReader::~FileReader() { ::close(m_number); }

std::size_t FileReader::read(std::span<char> out) {
  std::size_t got = 0;
  while (got < out.size()) {
    const ssize_t count = ::read(m_number, out.data() + got, out.size() - got);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) refuse(std::strerror(errno));
    if (count == 0) break;
    got += static_cast<std::size_t>(count);
  }
  return got;
}

std::size_t FileReader::readAt(std::uint64_t at, std::span<char> out) const {
  std::size_t got = 0;
  while (got < out.size()) {
    const ssize_t count =
        ::pread(m_number, out.data() + got, out.size() - got, static_cast<off_t>(at + got));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) refuse(std::strerror(errno));
    if (count == 0) break;
    got += static_cast<std::size_t>(count);
  }
  return got;
}

void FileReader::refuse(const std::string& why) const {
  throw Error("Cannot read " + m_file.string() + ": " + why + ".");
}

std::vector<char> readFile(const std::filesystem::path& file, std::size_t limit) {
  FileReader reader(file);
  const auto refuse = [&](const std::string& why) {
    throw Error("Cannot read " + file.string() + ": " + why + ".");
  };
  if (reader.size() > limit) {
    refuse("it has " + std::to_string(reader.size()) + " bytes, allowed are " +
           std::to_string(limit));
  }
  std::vector<char> bytes(reader.size());
  if (const std::size_t got = reader.read(bytes); got < bytes.size()) {
    refuse("only " + std::to_string(got) + " of its " + std::to_string(bytes.size()) +
           " bytes could be read");
  }
  return bytes;
}

}  // namespace inkling
