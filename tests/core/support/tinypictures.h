// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/picturedecoder.h"

#include <QByteArray>

#include <algorithm>

namespace inkling::test {

/// A picture as TinyPictures reads it: width, height and channels, then the pixels, of which the
/// last one is repeated.
inline QByteArray tinyPicture(int width, int height, int channels, const QByteArray& pixels) {
  QByteArray bytes("tiny");
  for (const int number : {width, height, channels}) bytes += static_cast<char>(number);
  bytes += pixels;
  const auto size = bytes.size() - pixels.size() + width * height * channels;
  return bytes.leftJustified(size, pixels.back());
}

/// A decoder of pictures that need no Qt. A side of 255 stands for one that is too large.
class TinyPictures final : public PictureDecoder {
public:
  Raster decode(std::span<const char> bytes, const std::string& name, int mostSide) const override {
    constexpr std::size_t kHead = 7;
    using Reason = PictureError::Reason;
    if (bytes.empty()) throw PictureError(Reason::Empty, name);
    if (bytes.size() < kHead || !std::equal(bytes.begin(), bytes.begin() + 4, "tiny"))
      throw PictureError(Reason::NoPicture, name, "it is no tiny picture");
    const auto number = [&](std::size_t i) { return static_cast<unsigned char>(bytes[4 + i]); };
    Raster raster{number(0), number(1), number(2), {}};
    if (raster.width == 255) {
      raster.width = mostSide;
      raster.pixels.resize(static_cast<std::size_t>(mostSide) * number(1) * number(2), 9);
      return raster;
    }
    raster.pixels.assign(bytes.begin() + kHead, bytes.end());
    if (raster.pixels.size() != std::size_t{number(0)} * number(1) * number(2))
      throw PictureError(Reason::CutOff, name);
    raster.deep = raster.pixels.front() == 77;
    return raster;
  }
};

}  // namespace inkling::test
