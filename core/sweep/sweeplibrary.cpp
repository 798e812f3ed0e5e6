// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/sweep/sweepspec.h"

#include <algorithm>

namespace inkling {
namespace {

std::vector<std::filesystem::path> bundledFiles(const std::filesystem::path& resources) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(resources / "sweeps", error))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::vector<SweepSpec> bundledSweeps(const std::filesystem::path& resources,
                                     std::vector<std::string>& problems) {
  std::vector<SweepSpec> sweeps;
  for (const auto& file : bundledFiles(resources)) {
    try {
      sweeps.push_back(loadSweep(file, resources));
    } catch (const Error& error) {
      problems.emplace_back(error.what());
    }
  }
  return sweeps;
}

SweepSpec findSweep(const std::string& nameOrFile, const std::filesystem::path& resources) {
  std::string names;
  for (const auto& file : bundledFiles(resources)) {
    if (file.stem() == nameOrFile) return loadSweep(file, resources);
    names += (names.empty() ? "" : ", ") + file.stem().string();
  }
  std::error_code error;
  if (std::filesystem::exists(nameOrFile, error)) return loadSweep(nameOrFile, resources);
  throw Error("\"" + nameOrFile + "\" is neither a sweep file nor a bundled sweep" +
              (names.empty() ? "." : " (" + names + ")."));
}

}  // namespace inkling
