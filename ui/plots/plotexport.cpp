// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/plotexport.h"

#include "ui/plots/curvegraphs.h"
#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <qcustomplot.h>

namespace inkling::ui {
namespace {

constexpr int kWidth = 800;
constexpr int kHeight = 480;
constexpr double kPngScale = 2;

void build(QCustomPlot& plot, const PlotPicture& picture) {
  Colours colours = coloursOf(lightPalette());
  colours.card = Qt::white;
  CurveGraphs graphs(plot);
  graphs.setColours(colours);
  plot.xAxis->setRange(picture.x.low, picture.x.high);
  plot.yAxis->setRange(picture.y.low, picture.y.high);
  plot.xAxis->setLabel(QCoreApplication::translate("inkling::ui::PlotView", "epochs"));
  plot.yAxis->setLabel(picture.title);
  graphs.update(picture.run, picture.ghost, picture.scale, kWidth);
  graphs.setLegendNames();
  plot.legend->setVisible(true);
  plot.legend->setBorderPen(QPen(colours.frame));
  plot.legend->setTextColor(colours.text);
  const bool rising = picture.scale.isPercent();
  const auto corner = rising ? Qt::AlignBottom : Qt::AlignTop;
  plot.axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignRight | corner);
}

void paintOn(QPaintDevice* device, QCustomPlot& plot) {
  QCPPainter painter(device);
  painter.setMode(QCPPainter::pmVectorized);
  painter.setMode(QCPPainter::pmNoCaching);
  plot.toPainter(&painter, kWidth, kHeight);
}

void writePdf(QBuffer& buffer, QCustomPlot& plot, const QString& title) {
  QPdfWriter writer(&buffer);
  writer.setTitle(title);
  writer.setCreator(QStringLiteral("Inkling"));
  writer.setResolution(72);
  writer.setPageMargins(QMarginsF(0, 0, 0, 0));
  writer.setPageSize(
      QPageSize(QSizeF(kWidth, kHeight), QPageSize::Point, {}, QPageSize::ExactMatch));
  paintOn(&writer, plot);
}

void writeSvg(QBuffer& buffer, QCustomPlot& plot, const QString& title) {
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setSize({kWidth, kHeight});
  generator.setViewBox(QRect(0, 0, kWidth, kHeight));
  generator.setTitle(title);
  paintOn(&generator, plot);
}

void appendRows(QByteArray& csv, const char* run, const char* name, const Curve& curve) {
  for (std::size_t i = 0; i < curve.size(); ++i) {
    csv += run;
    csv += ',';
    csv += name;
    csv += ',' + QByteArray::number(curve.x[i], 'g', 9) + ',' +
           QByteArray::number(curve.y[i], 'g', 9) + '\n';
  }
}

void appendRun(QByteArray& csv, const char* name, const RunCurves& run) {
  appendRows(csv, name, "batch", run.batches);
  appendRows(csv, name, "smoothed", run.smoothed.curve());
  if (run.reportSteps > 0)
    appendRows(csv, name, ("mean of " + QByteArray::number(run.reportSteps) + " steps").constData(),
               run.reports);
  appendRows(csv, name, "validation", run.validation);
  appendRows(csv, name, "test", run.test);
}

}  // namespace

QByteArray renderPlot(const PlotPicture& picture, const QString& suffix) {
  QCustomPlot plot;
  build(plot, picture);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (suffix == QLatin1String("png")) {
    plot.toPixmap(kWidth, kHeight, kPngScale).save(&buffer, "PNG");
  } else if (suffix == QLatin1String("pdf")) {
    writePdf(buffer, plot, picture.title);
  } else if (suffix == QLatin1String("svg")) {
    writeSvg(buffer, plot, picture.title);
  }
  return bytes;
}

QByteArray plotCsv(const RunCurves& run, const RunCurves& ghost) {
  QByteArray csv("run,curve,epoch,value\n");
  appendRun(csv, "this", run);
  appendRun(csv, "last", ghost);
  return csv;
}

}  // namespace inkling::ui
