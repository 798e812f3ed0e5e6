// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/pictures.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>

namespace inkling::ui {
namespace {

constexpr int kWhite = 255;
constexpr int kVisible = 8;  // grey levels

GreyImage onPaper(const QImage& picture, int paper) {
  GreyImage grey{picture.width(), picture.height(), {}};
  grey.pixels.reserve(static_cast<std::size_t>(picture.width()) *
                      static_cast<std::size_t>(picture.height()));
  for (int y = 0; y < picture.height(); ++y) {
    const auto* row = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
    for (int x = 0; x < picture.width(); ++x) {
      const int alpha = qAlpha(row[x]);
      grey.pixels.push_back(
          static_cast<std::uint8_t>((qGray(row[x]) * alpha + paper * (kWhite - alpha)) / kWhite));
    }
  }
  return grey;
}

bool isUniform(const GreyImage& image) {
  const auto [low, high] = std::minmax_element(image.pixels.begin(), image.pixels.end());
  return *high - *low < kVisible;
}

}  // namespace

Picture Pictures::fromImage(const QImage& image) {
  if (image.isNull()) return {{}, {}, tr("There is no picture on the clipboard.")};
  const QImage whole = image.convertToFormat(QImage::Format_ARGB32);
  GreyImage grey = onPaper(whole, kWhite);
  if (image.hasAlphaChannel() && isUniform(grey)) grey = onPaper(whole, 0);
  if (isUniform(grey)) return {image, {}, nothingFound()};
  return {image, std::move(grey), {}};
}

Picture Pictures::fromFile(const QString& path) {
  const QString shown = QDir::toNativeSeparators(path);
  const QFileInfo info(path);
  if (!info.exists()) return {{}, {}, tr("There is no picture %1.").arg(shown)};
  if (info.isDir()) return {{}, {}, tr("%1 is a folder, not a picture.").arg(shown)};
  QImageReader reader(path);
  reader.setDecideFormatFromContent(true);
  reader.setAutoTransform(true);
  const QImage image = reader.read();
  if (image.isNull())
    return {{}, {}, tr("Cannot read the picture %1: %2.").arg(shown, reader.errorString())};
  return fromImage(image);
}

}  // namespace inkling::ui
