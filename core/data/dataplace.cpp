// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/dataplace.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/data/gzip.h"

namespace inkling {

DataPlace placeAt(const std::filesystem::path& path) {
  DataPlace place;
  place.path = path;
  switch (fileKind(path)) {
    case FileKind::None:
      throw Error("There is no file and no folder " + path.string() + ".");
    case FileKind::Other:
      throw Error(path.string() + " is neither a file nor a folder.");
    case FileKind::Folder:
      place.folder = true;
      place.entries = entriesOf(path);
      break;
    case FileKind::File:
      place.head = headOf(path);
      break;
  }
  return place;
}

std::vector<char> headOf(const std::filesystem::path& file) {
  constexpr std::size_t kHead = 4096;
  std::vector<char> head(kHead);
  ByteSource source(file);
  try {
    head.resize(source.read({reinterpret_cast<std::uint8_t*>(head.data()), head.size()}));
  } catch (const Error&) {
    head.clear();
  }
  return head;
}

}  // namespace inkling
