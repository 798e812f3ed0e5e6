// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/pictures.h"

#include <QDir>
#include <QFile>

#include <new>
#include <utility>

namespace inkling::ui {
namespace {

QImage imageOf(const Raster& raster) {
  const auto format = raster.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
  const QImage image(raster.pixels.data(), raster.width, raster.height,
                     static_cast<qsizetype>(raster.width) * raster.channels, format);
  return image.copy();  // with pixels of its own
}

}  // namespace

Picture Pictures::fromRaster(Raster raster) {
  if (isUniform(raster)) return {imageOf(raster), {}, nothingFound()};
  Picture picture{imageOf(raster), {raster.width, raster.height, {}}, {}};
  picture.grey.pixels = greyOf(std::move(raster)).pixels;
  return picture;
}

Picture Pictures::fromImage(const QImage& image) {
  if (image.isNull()) return {{}, {}, tr("There is no picture on the clipboard.")};
  const QImage whole = image.convertToFormat(QImage::Format_RGBA8888);
  if (whole.isNull()) throw std::bad_alloc();  // that is how Qt says it
  return fromRaster(onPaper(whole.width(), whole.height(),
                            {whole.constBits(), static_cast<std::size_t>(whole.sizeInBytes())}));
}

Picture Pictures::fromFile(const QString& path, const PictureDecoder& decoder) {
  try {
    return fromRaster(
        readPicture(decoder, QFile::encodeName(path).toStdString(), kMostPictureSide));
  } catch (const PictureError& error) {
    return {{}, {}, sentenceFor(error, path)};
  }
}

QString Pictures::sentenceFor(const PictureError& error, const QString& path) {
  using Reason = PictureError::Reason;
  const QString shown = QDir::toNativeSeparators(path);
  QString why = QString::fromStdString(error.why());
  switch (error.reason()) {
    case Reason::Missing:
      return tr("There is no picture %1.").arg(shown);
    case Reason::Folder:
      return tr("%1 is a folder, not a picture.").arg(shown);
    case Reason::TooLarge:
      return tr("Cannot read the picture %1: it is too large, %2 pixels.").arg(shown, why);
    case Reason::Empty:
      why = tr("it is empty");
      break;
    case Reason::CutOff:
      why = tr("it is cut off");
      break;
    case Reason::NoPicture:
      why = tr("it is not a picture");
      break;
    case Reason::Other:
      break;
  }
  return tr("Cannot read the picture %1: %2.").arg(shown, why);
}

}  // namespace inkling::ui
