// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/pictures.h"

#include "core/base/filetype.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>
#include <new>

namespace inkling::ui {
namespace {

constexpr int kWhite = 255;
constexpr int kVisible = 8;  // grey levels
constexpr qint64 kLargestFile = 1 << 28;
constexpr int kLargest = 2048;  // side up to which pictures are read in full

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

bool isCutOff(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return false;  // the reader says why
  const QByteArray bytes = file.read(kLargestFile);
  return isCutOffPicture({bytes.data(), static_cast<std::size_t>(bytes.size())});
}

bool isLarge(const QSize& size) { return std::max(size.width(), size.height()) > kLargest; }

}  // namespace

Picture Pictures::fromImage(const QImage& image) {
  if (image.isNull()) return {{}, {}, tr("There is no picture on the clipboard.")};
  const QImage whole = image.convertToFormat(QImage::Format_ARGB32);
  if (whole.isNull()) throw std::bad_alloc();  // that is how Qt says it
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
  if (isCutOff(path))
    return {{}, {}, tr("Cannot read the picture %1: %2.").arg(shown, tr("it is cut off"))};
  QImageReader reader(path);
  reader.setDecideFormatFromContent(true);
  reader.setAutoTransform(true);
  // A photo of 50 megapixels does not fit into what Qt allows an image; JPEG is read smaller.
  const QSize size = reader.size();
  if (isLarge(size)) reader.setScaledSize(size.scaled(kLargest, kLargest, Qt::KeepAspectRatio));
  const QImage image = reader.read();
  if (image.isNull() && isLarge(size))
    return {{},
            {},
            tr("Cannot read the picture %1: it is too large, %2 × %3 pixels.")
                .arg(shown)
                .arg(size.width())
                .arg(size.height())};
  if (image.isNull())
    return {{}, {}, tr("Cannot read the picture %1: %2.").arg(shown, reader.errorString())};
  return fromImage(image);
}

}  // namespace inkling::ui
