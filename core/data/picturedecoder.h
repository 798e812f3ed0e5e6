// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/raster.h"

#include <filesystem>
#include <span>
#include <string>

namespace inkling {

/// Why a picture cannot be read. The window says it in its own language.
class INKLING_CORE_API PictureError final : public Error {
public:
  enum class Reason { Missing, Folder, Empty, CutOff, NoPicture, TooLarge, Other };

  /// `name` is that of the picture; `why` says more: "it is a zip archive" (NoPicture), "400 × 300"
  /// (TooLarge), what is wrong (Other).
  PictureError(Reason reason, const std::string& name, std::string why = {});

  Reason reason() const { return m_reason; }
  const std::string& why() const { return m_why; }

private:
  Reason m_reason;
  std::string m_why;
};

/// Reads pictures. Core does not know how; who can hands one in.
class INKLING_CORE_API PictureDecoder {
public:
  virtual ~PictureDecoder() = default;
  /// The picture in the bytes of a file, upright, as it looks on paper (see onPaper()). One with a
  /// side of more than `mostSide` pixels is scaled down to it while reading, or refused before
  /// memory is taken. Any thread may call. Throws PictureError, naming `name`.
  virtual Raster decode(std::span<const char> bytes, const std::string& name,
                        int mostSide) const = 0;
};

/// The picture in a file. Throws PictureError; Error if the file cannot be read.
INKLING_CORE_API Raster readPicture(const PictureDecoder& decoder,
                                    const std::filesystem::path& file, int mostSide);

/// The side up to which a picture of one digit is read in full.
inline constexpr int kMostPictureSide = 2048;

}  // namespace inkling
