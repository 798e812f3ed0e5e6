// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/readfile.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace inkling {
namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& why) {
  throw Error("Cannot read " + file.string() + ": " + why + ".");
}

}  // namespace

std::vector<char> readFile(const std::filesystem::path& file, std::size_t limit) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) refuse(file, "it is a folder");
  const std::unique_ptr<std::FILE, Closer> stream(std::fopen(file.c_str(), "rb"));
  if (!stream) refuse(file, std::strerror(errno));
  const auto size = std::filesystem::file_size(file, error);
  if (error) refuse(file, "it is not a regular file");
  if (size > limit) {
    refuse(file, "it has " + std::to_string(size) + " bytes, allowed are " + std::to_string(limit));
  }
  std::vector<char> bytes(size);
  const std::size_t got = std::fread(bytes.data(), 1, bytes.size(), stream.get());
  if (got != size) {
    refuse(file, "only " + std::to_string(got) + " of its " + std::to_string(size) +
                     " bytes could be read");
  }
  return bytes;
}

}  // namespace inkling
