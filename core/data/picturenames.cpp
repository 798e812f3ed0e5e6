// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/picturenames.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/readfile.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace inkling {
namespace {

using namespace std::string_view_literals;
using Words = std::initializer_list<std::string_view>;

bool isAmong(const std::string& word, Words words) {
  return std::ranges::find(words, word) != words.end();
}

/// A link to itself leads nowhere.
FileKind kindOf(const std::filesystem::path& entry) {
  try {
    return fileKind(entry);
  } catch (const Error&) {
    return FileKind::None;
  }
}

/// By the first bytes; false if they cannot be read.
bool beginsAsPicture(const std::filesystem::path& file) {
  constexpr std::size_t kEnough = 12;
  std::array<char, kEnough> bytes{};
  std::size_t count = 0;
  try {
    count = FileReader(file).read(bytes);
  } catch (const Error&) {
    return false;
  }
  const std::string_view head(bytes.data(), count);
  for (const std::string_view magic :
       {"\x89PNG\r\n"sv, "\xff\xd8\xff"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv})
    if (head.starts_with(magic)) return true;
  return head.starts_with("RIFF") && head.ends_with("WEBP");
}

}  // namespace

bool isPictureName(const std::filesystem::path& file) {
  return isAmong(lowerExtension(file), {".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".gif",
                                        ".webp", ".tif", ".tiff", ".pgm", ".ppm", ".pbm"});
}

PictureContent pictureContent(const std::vector<std::filesystem::path>& entries) {
  PictureContent content;
  for (const std::filesystem::path& entry : entries) {
    const std::string name = entry.filename().string();
    if (name.starts_with('.') || name == "__MACOSX") continue;
    // The name is enough, and asking the system for each of a million files takes seconds.
    if (isPictureName(entry)) {
      content.pictures.push_back(entry);
      continue;
    }
    const FileKind kind = kindOf(entry);
    if (kind == FileKind::Folder)
      content.folders.push_back(entry);
    else if (kind == FileKind::File &&
             !isAmong(lowerExtension(entry),
                      {".txt", ".csv", ".tsv", ".json", ".xml", ".db", ".ini", ".md", ".html",
                       ".py", ".npy", ".npz", ".zip", ".gz"}) &&
             beginsAsPicture(entry))
      content.pictures.push_back(entry);
  }
  return content;
}

}  // namespace inkling
