// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/exports.h"

#include "core/analysis/errorlist.h"
#include "ui/pages/evaluate/confusionview.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>

namespace inkling::ui {

namespace {

constexpr int kSide = 640;

}  // namespace

QByteArray confusionCsv(const Confusion& confusion, const QStringList& names) {
  const auto field = [&](int i) {
    return QByteArray::fromStdString(csvField(names.value(i, QString::number(i)).toStdString()));
  };
  QByteArray csv("true\\predicted");
  for (int c = 0; c < confusion.classes(); ++c) csv += ',' + field(c);
  for (int r = 0; r < confusion.classes(); ++r) {
    csv += '\n' + field(r);
    for (int c = 0; c < confusion.classes(); ++c)
      csv += ',' + QByteArray::number(confusion.count(r, c));
  }
  return csv + '\n';
}

QByteArray confusionPicture(const ConfusionView& view, const QString& suffix) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (suffix == QLatin1String("png")) {
    constexpr double kScale = 2;
    QImage image(QSize(kSide, kSide) * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    image.fill(Qt::white);
    QPainter painter(&image);
    view.paintFigure(painter, {kSide, kSide});
    painter.end();
    image.save(&buffer, "PNG");
  } else if (suffix == QLatin1String("pdf")) {
    QPdfWriter pdf(&buffer);
    pdf.setResolution(96);
    pdf.setPageSize(QPageSize(QSizeF(kSide, kSide) * 72 / 96, QPageSize::Point));
    pdf.setPageMargins({0, 0, 0, 0});
    QPainter painter(&pdf);
    view.paintFigure(painter, {kSide, kSide});
  }
  return bytes;
}

}  // namespace inkling::ui
