// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/sweep/sweepspec.h"

namespace inkling {
namespace {

std::vector<std::filesystem::path> bundledFiles(const std::filesystem::path& resources) {
  std::vector<std::filesystem::path> files;
  for (const std::filesystem::path& file : entriesOf(resources / "sweeps"))
    if (file.extension() == ".json") files.push_back(file);
  return files;
}

}  // namespace

std::vector<SweepSpec> bundledSweeps(const std::filesystem::path& resources,
                                     std::vector<std::string>& problems) {
  std::vector<SweepSpec> sweeps;
  const auto tryTo = [&problems](const auto& what) {
    try {
      what();
    } catch (const Error& error) {
      problems.emplace_back(error.what());
    }
  };
  std::vector<std::filesystem::path> files;
  tryTo([&] { files = bundledFiles(resources); });
  for (const auto& file : files) tryTo([&] { sweeps.push_back(loadSweep(file, resources)); });
  return sweeps;
}

SweepSpec findSweep(const std::string& nameOrFile, const std::filesystem::path& resources) {
  std::string names;
  for (const auto& file : bundledFiles(resources)) {
    if (file.stem() == nameOrFile) return loadSweep(file, resources);
    names += (names.empty() ? "" : ", ") + file.stem().string();
  }
  if (isThere(nameOrFile)) return loadSweep(nameOrFile, resources);
  throw Error("\"" + nameOrFile + "\" is neither a sweep file nor a bundled sweep" +
              (names.empty() ? "." : " (" + names + ")."));
}

}  // namespace inkling
