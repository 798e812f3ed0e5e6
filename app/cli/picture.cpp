// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/picture.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/filetype.h"
#include "core/base/readfile.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#include <algorithm>
#include <new>

namespace inkling::cli {
namespace {

constexpr int kWhite = 255;
constexpr std::size_t kLargestFile = std::size_t{1} << 28;
constexpr int kLargest = 2048;  // side up to which pictures are read in full

GreyImage onPaper(const QImage& picture, int paper) {
  GreyImage grey{picture.width(), picture.height(), {}};
  grey.pixels.reserve(static_cast<std::size_t>(picture.width()) *
                      static_cast<std::size_t>(picture.height()));
  for (int y = 0; y < picture.height(); ++y) {
    const auto* row = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
    for (int x = 0; x < picture.width(); ++x) {
      const int alpha = qAlpha(row[x]);
      const int value = (qGray(row[x]) * alpha + paper * (kWhite - alpha)) / kWhite;
      grey.pixels.push_back(static_cast<std::uint8_t>(value));
    }
  }
  return grey;
}

bool isUniform(const GreyImage& image) {
  constexpr int kVisible = 8;
  const auto [low, high] = std::minmax_element(image.pixels.begin(), image.pixels.end());
  return *high - *low < kVisible;
}

bool isLarge(const QSize& size) { return std::max(size.width(), size.height()) > kLargest; }

std::string whyUnread(const QImageReader& reader, const QSize& size, std::span<const char> bytes) {
  if (bytes.empty()) return "it is empty";
  if (const std::string_view type = typeOf(bytes); !type.empty() && !type.ends_with("picture"))
    return "it is " + std::string(type);
  if (!isLarge(size)) return reader.errorString().toStdString();
  return "it is too large, " + std::to_string(size.width()) + " × " +
         std::to_string(size.height()) + " pixels";
}

}  // namespace

GreyImage readPicture(const std::string& file) {
  // By its bytes: a name need not be UTF-8, as Qt has it.
  const FileKind kind = fileKind(file);
  if (kind == FileKind::None) throw Error("There is no picture " + file + ".");
  if (kind == FileKind::Folder) throw Error(file + " is a folder, not a picture.");
  const std::vector<char> bytes = readFile(file, kLargestFile);
  if (isCutOffPicture(bytes)) throw Error("Cannot read the picture " + file + ": it is cut off.");
  QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
  QBuffer buffer(&data);
  QImageReader reader(&buffer);
  reader.setDecideFormatFromContent(true);
  reader.setAutoTransform(true);
  // A photo of 50 megapixels does not fit into what Qt allows an image; JPEG is read smaller.
  const QSize size = reader.size();
  if (isLarge(size)) reader.setScaledSize(size.scaled(kLargest, kLargest, Qt::KeepAspectRatio));
  const QImage read = reader.read();
  if (read.isNull())
    throw Error("Cannot read the picture " + file + ": " + whyUnread(reader, size, bytes) + ".");
  const QImage picture = read.convertToFormat(QImage::Format_ARGB32);
  if (picture.isNull()) throw std::bad_alloc();  // that is how Qt says it
  GreyImage grey = onPaper(picture, kWhite);
  return picture.hasAlphaChannel() && isUniform(grey) ? onPaper(picture, 0) : grey;
}

}  // namespace inkling::cli
