// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/exports.h"

#include "core/analysis/errorlist.h"
#include "ui/pages/evaluate/confusionview.h"
#include "ui/plots/figureplot.h"

#include <QBuffer>
#include <QImage>
#include <QPdfWriter>

#include <functional>

namespace inkling::ui {

namespace {

constexpr int kSide = 640;
constexpr QSize kPlot{420, 280};
constexpr double kScale = 2;  // of a PNG's pixels

QByteArray picture(const QString& suffix, QSize size,
                   const std::function<void(QCPPainter&)>& paint) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (suffix == QLatin1String("png")) {
    QImage image(size * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    image.fill(Qt::white);
    QCPPainter painter(&image);
    paint(painter);
    painter.end();
    image.save(&buffer, "PNG");
  } else if (suffix == QLatin1String("pdf")) {
    QPdfWriter pdf(&buffer);
    pdf.setResolution(96);
    pdf.setPageSize(QPageSize(QSizeF(size) * 72 / 96, QPageSize::Point));
    pdf.setPageMargins({0, 0, 0, 0});
    QCPPainter painter(&pdf);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    paint(painter);
  }
  return bytes;
}

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

QByteArray robustnessCsv(const std::vector<RobustnessCurve>& curves,
                         const std::vector<RobustnessCurve>& others) {
  QByteArray csv("corruption,strength,accuracy");
  if (!others.empty()) csv += ",other accuracy";
  for (std::size_t k = 0; k < curves.size(); ++k)
    for (std::size_t i = 0; i < curves[k].points.size(); ++i) {
      const RobustnessPoint& point = curves[k].points[i];
      csv += '\n' + QByteArray::fromStdString(toString(curves[k].kind)) + ',' +
             QByteArray::number(point.strength) + ',' + QByteArray::number(point.accuracy);
      if (others.empty()) continue;
      csv += ',';
      if (k < others.size()) csv += QByteArray::number(others[k].points[i].accuracy);
    }
  return csv + '\n';
}

QByteArray plotsPicture(const QList<FigurePlot*>& plots, int columns, const QString& suffix) {
  const int rows = (static_cast<int>(plots.size()) + columns - 1) / columns;
  return picture(
      suffix, QSize(columns * kPlot.width(), rows * kPlot.height()), [&](QCPPainter& painter) {
        for (int i = 0; i < plots.size(); ++i)
          plots[i]->paintFigure(
              painter,
              QRect(QPoint(i % columns * kPlot.width(), i / columns * kPlot.height()), kPlot));
      });
}

QByteArray confusionPicture(const ConfusionView& view, const QString& suffix) {
  return picture(suffix, {kSide, kSide}, [&](QCPPainter& painter) {
    view.paintFigure(painter, {kSide, kSide});
  });
}

}  // namespace inkling::ui
