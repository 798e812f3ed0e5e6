// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/qtpictures.h"

#include "core/base/filetype.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QLoggingCategory>

#include <algorithm>
#include <new>

namespace inkling {
namespace {

using Reason = PictureError::Reason;

bool exceeds(const QSize& size, int mostSide) {
  return std::max(size.width(), size.height()) > mostSide;
}

/// A picture of that size that was to be scaled down while reading is too large to be read at all.
[[noreturn]] void refuse(const QImageReader& reader, std::span<const char> bytes,
                         const std::string& name, const QSize& size, bool scaled) {
  const std::string_view type = typeOf(bytes);
  if (!type.empty() && !type.ends_with("picture"))
    throw PictureError(Reason::NoPicture, name, "it is " + std::string(type));
  if (scaled)
    throw PictureError(Reason::TooLarge, name,
                       std::to_string(size.width()) + " × " + std::to_string(size.height()));
  throw PictureError(Reason::Other, name, reader.errorString().toStdString());
}

class QtPictures final : public PictureDecoder {
public:
  QtPictures() {
    QLoggingCategory::setFilterRules(
        QStringLiteral("qt.gui.imageio*=false\n"
                       "qt.imageformats*=false"));
  }

  Raster decode(std::span<const char> bytes, const std::string& name, int mostSide) const override {
    if (bytes.empty()) throw PictureError(Reason::Empty, name);
    if (isCutOffPicture(bytes)) throw PictureError(Reason::CutOff, name);
    QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&data);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    // A photo of 50 megapixels does not fit into what Qt allows an image; JPEG is read smaller.
    const QSize size = reader.size();
    const bool large = exceeds(size, mostSide);
    if (large)
      reader.setScaledSize(size.scaled(mostSide, mostSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    const QImage read = reader.read();
    if (read.isNull()) refuse(reader, bytes, name, size, large);
    const QImage picture = read.convertToFormat(QImage::Format_RGBA8888);
    if (picture.isNull()) throw std::bad_alloc();  // that is how Qt says it
    Raster raster = onPaper(picture.width(), picture.height(),
                            {picture.constBits(), static_cast<std::size_t>(picture.sizeInBytes())});
    raster.deep = read.format() == QImage::Format_Grayscale16 || read.depth() > 32;
    return raster;
  }
};

}  // namespace

const PictureDecoder& qtPictures() {
  static const QtPictures pictures;
  return pictures;
}

}  // namespace inkling
