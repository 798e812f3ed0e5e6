// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/droppedimage.h"

#include <QFileInfo>
#include <QImageReader>
#include <QMimeData>
#include <QUrl>

namespace inkling::ui {
QString imageFile(const QMimeData& mime) {
  const QList<QByteArray> known = QImageReader::supportedImageFormats();
  for (const QUrl& url : mime.urls()) {
    const QString file = url.toLocalFile();
    if (known.contains(QFileInfo(file).suffix().toLower().toLatin1())) return file;
  }
  return {};
}

bool offersImage(const QMimeData& mime) { return mime.hasImage() || !imageFile(mime).isEmpty(); }

}  // namespace inkling::ui
