// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/picturedecoder.h"

#include "core/base/files.h"
#include "core/base/readfile.h"

#include <utility>

namespace inkling {
namespace {

using Reason = PictureError::Reason;

std::string pictureSentence(Reason reason, const std::string& name, const std::string& why) {
  const std::string unread = "Cannot read the picture " + name + ": ";
  switch (reason) {
    case Reason::Missing:
      return "There is no picture " + name + ".";
    case Reason::Folder:
      return name + " is a folder, not a picture.";
    case Reason::Empty:
      return unread + "it is empty.";
    case Reason::CutOff:
      return unread + "it is cut off.";
    case Reason::TooLarge:
      return unread + "it is too large, " + why + " pixels.";
    case Reason::NoPicture:
    case Reason::Other:
      break;
  }
  return unread + why + ".";
}

}  // namespace

PictureError::PictureError(Reason reason, const std::string& name, std::string why)
    : Error(pictureSentence(reason, name, why)),
      m_reason(reason),
      m_why(std::move(why)) {}

Raster readPicture(const PictureDecoder& decoder, const std::filesystem::path& file, int mostSide) {
  constexpr std::size_t kLargestFile = std::size_t{1} << 28;
  const std::string name = file.string();
  const FileKind kind = fileKind(file);
  if (kind == FileKind::None) throw PictureError(Reason::Missing, name);
  if (kind == FileKind::Folder) throw PictureError(Reason::Folder, name);
  return decoder.decode(readFile(file, kLargestFile), name, mostSide);
}

}  // namespace inkling
