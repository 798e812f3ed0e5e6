// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/outputs.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/atomicfile.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace inkling {
namespace {

namespace fs = std::filesystem;

// Devices and pipes may be written to by everybody.
bool areOneFile(const fs::path& a, const fs::path& b) {
  if (a.empty() || b.empty()) return false;
  const FileKind kind = fileKind(a);
  if (kind == FileKind::Other || kind != fileKind(b)) return false;
  std::error_code error;
  if (kind != FileKind::None) return fs::equivalent(a, b, error);
  return fs::weakly_canonical(saveTarget(a), error) == fs::weakly_canonical(saveTarget(b), error);
}

void requireWritable(const fs::path& path) {
  const auto refuse = [&path](const std::string& why) {
    throw Error("Cannot save " + path.string() + ": " + why + ".");
  };
  const fs::path file = saveTarget(path);
  const FileKind kind = fileKind(file);
  if (kind == FileKind::Folder) refuse("that is a folder");
  const fs::path place = kind == FileKind::Other ? file : file.parent_path();
  if (kind != FileKind::Other && fileKind(place) != FileKind::Folder)
    refuse("there is no folder " + place.string());
  if (::access(place.c_str(), W_OK) == 0) return;
  refuse(errno == EACCES ? "you may not write there" : std::strerror(errno));
}

}  // namespace

void requireOutputs(const std::vector<fs::path>& outputs, const std::vector<fs::path>& inputs) {
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    if (outputs[i].empty()) continue;
    requireWritable(outputs[i]);
    for (const fs::path& input : inputs)
      if (areOneFile(outputs[i], input))
        throw Error("Cannot save " + outputs[i].string() +
                    ": it would replace a file that is read here. Choose another name.");
    for (std::size_t j = 0; j < i; ++j)
      if (areOneFile(outputs[i], outputs[j]))
        throw Error("Two things cannot be saved in one file, " + outputs[i].string() + ".");
  }
}

}  // namespace inkling
