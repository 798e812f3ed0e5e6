// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/base/error.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace inkling {

namespace fs = std::filesystem;

namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

}  // namespace

FileKind fileKind(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return FileKind::None;
    throw Error("Cannot look for " + path.string() + ": " + std::strerror(errno) + ".");
  }
  if (S_ISREG(status.st_mode)) return FileKind::File;
  return S_ISDIR(status.st_mode) ? FileKind::Folder : FileKind::Other;
}

bool isThere(const fs::path& path) { return fileKind(path) != FileKind::None; }

// Not with std::filesystem::directory_iterator: where there is no memory for the name of an entry,
// the one of libstdc++ ends the program.
std::vector<fs::path> entriesOf(const fs::path& folder) {
  const auto refuse = [&] {
    throw Error("Cannot read the folder " + folder.string() + ": " + std::strerror(errno) + ".");
  };
  const std::unique_ptr<DIR, CloseFolder> open(::opendir(folder.c_str()));
  std::vector<fs::path> entries;
  if (!open && errno == ENOENT) return entries;
  if (!open) refuse();
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(open.get());
    if (!entry && errno != 0) refuse();
    if (!entry) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") entries.push_back(folder / name);
  }
  std::ranges::sort(entries);
  return entries;
}

void removeAll(const fs::path& path) {
  if (::unlinkat(AT_FDCWD, path.c_str(), 0) == 0 || errno == ENOENT) return;
  const int code = errno;
  struct stat status {};
  const bool isFolder = ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
  if (isFolder)
    for (const fs::path& entry : entriesOf(path)) removeAll(entry);
  if (isFolder && (::unlinkat(AT_FDCWD, path.c_str(), AT_REMOVEDIR) == 0 || errno == ENOENT))
    return;
  throw Error("Cannot remove " + path.string() + ": " + std::strerror(isFolder ? errno : code) +
              ".");
}

void makeFolder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw Error("Cannot create the folder " + folder.string() + ": " + error.message() + ".");
}

std::string lowerExtension(const fs::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return extension;
}

}  // namespace inkling
