// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folders.h"

#include "core/base/error.h"
#include "core/base/files.h"

#include <cstdlib>
#include <string>

namespace inkling {
namespace {

namespace fs = std::filesystem;

fs::path fromEnvironment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? fs::path() : fs::path(value);
}

/// As the XDG base directory specification has it.
fs::path homeFor(const std::string& what, const char* variable, const char* inHome) {
  const fs::path set = fromEnvironment(variable);
  if (set.is_absolute()) return set / "inkling";  // relative ones are ignored
  const fs::path home = fromEnvironment("HOME");
  if (home.empty()) {
    throw Error("There is no folder for " + what + ": neither " + variable + " nor HOME is set.");
  }
  return home / inHome / "inkling";
}

fs::path thisExecutable() {
  std::error_code failed;
  const fs::path found = fs::read_symlink("/proc/self/exe", failed);
  if (failed) throw Error("Cannot find this program's own file: " + failed.message() + ".");
  return found;
}

}  // namespace

fs::path resourceFolder(const fs::path& executable) {
  const fs::path set = fromEnvironment("INKLING_RESOURCES");
  if (!set.empty()) {
    if (fileKind(set) == FileKind::Folder) return set;
    throw Error(
        "INKLING_RESOURCES names " + set.string() +
        ", which is not a folder: set it to the folder with datasets and recipes, or unset it.");
  }
  const fs::path program = executable.empty() ? thisExecutable() : fs::absolute(executable);
  const fs::path beside = (program.parent_path() / ".." / "share" / "inkling").lexically_normal();
  if (fileKind(beside) == FileKind::Folder) return beside;
  throw Error("The folder " + beside.string() +
              " with data sets and recipes is missing: install Inkling again, or set "
              "INKLING_RESOURCES to where that folder is.");
}

fs::path userFolder() { return homeFor("your models", "XDG_DATA_HOME", ".local/share"); }

fs::path stateFolder() { return homeFor("the run under way", "XDG_STATE_HOME", ".local/state"); }

}  // namespace inkling
