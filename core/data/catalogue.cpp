// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/catalogue.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/data/classnames.h"
#include "core/data/dataformat.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace inkling {
namespace {

// Where data sets may be installed: below the datasets folder of each of these.
std::vector<std::filesystem::path> dataFolders(const std::filesystem::path& resources) {
  std::vector<std::filesystem::path> folders = {resources};
  const char* variable =
      std::getenv("XDG_DATA_DIRS");  // NOLINT(concurrency-mt-unsafe): never set here
  std::istringstream list(variable ? variable : "");
  for (std::string folder; std::getline(list, folder, ':');)
    if (!folder.empty()) folders.emplace_back(folder);
  folders.emplace_back("/usr/local/share");
  folders.emplace_back("/usr/share");
  return folders;
}

// What others installed and this user may not read is not offered.
std::vector<std::filesystem::path> readableEntries(const std::filesystem::path& folder) {
  try {
    return entriesOf(folder);
  } catch (const Error&) {
    return {};
  }
}

bool isReadableSet(const std::filesystem::path& folder) {
  std::error_code unknown;
  return std::filesystem::is_directory(folder, unknown) && isDataSet(folder);
}

}  // namespace

std::string setTitle(const std::filesystem::path& path) {
  const std::string name = (path.has_filename() ? path : path.parent_path()).filename().string();
  const KnownSet* known = knownSet(name);
  return known ? known->title : name;
}

std::vector<CatalogueEntry> catalogue(const std::filesystem::path& resources) {
  std::vector<CatalogueEntry> entries;
  for (const std::filesystem::path& parent : dataFolders(resources)) {
    for (const std::filesystem::path& folder : readableEntries(parent / "datasets")) {
      const std::string name = folder.filename().string();
      const bool known = std::ranges::find(entries, name, &CatalogueEntry::name) != entries.end();
      if (!known && isReadableSet(folder)) entries.push_back({name, setTitle(folder), folder});
    }
  }
  std::ranges::sort(entries, {}, [](const CatalogueEntry& entry) {
    return std::pair(entry.name != "mnist", entry.name);
  });
  return entries;
}

std::filesystem::path findSet(const std::string& nameOrPath,
                              const std::filesystem::path& resources) {
  std::string names;
  for (const CatalogueEntry& entry : catalogue(resources)) {
    if (entry.name == nameOrPath) return entry.folder;
    names += (names.empty() ? "" : ", ") + entry.name;
  }
  if (isThere(nameOrPath)) return nameOrPath;
  throw Error("\"" + nameOrPath + "\" is neither a file, a folder nor a data set of this machine" +
              (names.empty() ? " (none were found)." : " (" + names + ")."));
}

}  // namespace inkling
