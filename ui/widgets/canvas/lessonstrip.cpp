// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/lessonstrip.h"

#include "core/ink/penraster.h"
#include "core/ink/placement.h"
#include "ui/theme/colours.h"
#include "ui/widgets/sampleimage.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace inkling::ui {
namespace {

constexpr int kSteps = 4;
constexpr int kSeenSide = 2 * kGlyphSide + 2;  // two pixels for each of the 28, and a frame
constexpr double kArrow = 12;
constexpr double kMnistStroke = 2.7;  // pixels of 28

QFont smaller(QFont font) {
  font.setPointSizeF(font.pointSizeF() * 0.85);
  return font;
}

// The strokes with `map` taking their points to the widget.
template <typename Map>
void paintInk(QPainter& painter, const Ink& ink, const QColor& colour, double width,
              const Map& map) {
  painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  for (const Stroke& stroke : ink) {
    if (stroke.points.empty()) continue;
    QPainterPath path(map(stroke.points.front()));
    for (const InkPoint& p : stroke.points) path.lineTo(map(p));
    if (stroke.points.size() == 1)
      painter.drawPoint(map(stroke.points.front()));
    else
      painter.drawPath(path);
  }
}

/// From the middle of the glyph's pixels to the middle of the image.
QPointF offCentre(const Glyph& glyph) {
  int left = kGlyphSide, top = kGlyphSide, right = -1, bottom = -1;
  for (int at = 0; at < static_cast<int>(glyph.size()); ++at) {
    if (glyph[static_cast<std::size_t>(at)] == 0) continue;
    left = std::min(left, at % kGlyphSide);
    right = std::max(right, at % kGlyphSide);
    top = std::min(top, at / kGlyphSide);
    bottom = std::max(bottom, at / kGlyphSide);
  }
  if (right < 0) return {};
  return {(kGlyphSide - 1 - left - right) / 2.0, (kGlyphSide - 1 - top - bottom) / 2.0};
}

}  // namespace

LessonStrip::LessonStrip(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LessonStrip::setSteps(Steps steps) {
  m_steps = std::move(steps);
  m_blank = false;
  update();
}

void LessonStrip::clear() {
  m_blank = true;
  update();
}

QSize LessonStrip::sizeHint() const {
  const int side = kSeenSide;
  return {side + 3 * (40 + static_cast<int>(kArrow)),
          side + QFontMetrics(smaller(font())).height()};
}

QRectF LessonStrip::place(int step) const {
  const double left = width() - kSeenSide - (kSteps - 1) * kArrow;
  const double side = std::clamp(left / (kSteps - 1), 24.0, static_cast<double>(kSeenSide));
  if (step == Seen)
    return {static_cast<double>(width() - kSeenSide), 0, static_cast<double>(kSeenSide),
            static_cast<double>(kSeenSide)};
  return {step * (side + kArrow), (kSeenSide - side) / 2, side, side};
}

QString LessonStrip::caption(int step) const {
  switch (step) {
    case Drawn:
      return tr("drawn");
    case Scaled:
      return tr("scaled");
    case Centred:
      return tr("centred");
    default:
      return tr("seen");
  }
}

QString LessonStrip::explanation(int step) const {
  switch (step) {
    case Drawn:
      return m_steps.drawing.empty() && !m_blank ? tr("The image, as it came onto the canvas.")
                                                 : tr("What you drew, as it stands on the canvas.");
    case Scaled:
      return tr(
          "Scaled so that its larger side fills a box of 20 pixels, with a pen as wide as "
          "MNIST’s.");
    case Centred:
      return tr("Moved until its centre of mass is where it is in MNIST’s images.");
    default:
      return m_steps.prepared
                 ? tr("The 28×28 pixels the network is given. Draw small in a corner and watch.")
                 : tr("The 28×28 pixels the network is given: the whole canvas, squeezed.");
  }
}

bool LessonStrip::event(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) update();
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int step = 0; step < kSteps; ++step)
      if (place(step).left() <= help->pos().x() && help->pos().x() < place(step).right() + kArrow)
        QToolTip::showText(help->globalPos(), explanation(step), this);
    return true;
  }
  return QWidget::event(event);
}

void LessonStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Colours colours = coloursOf(palette());
  painter.setFont(smaller(font()));
  for (int step = 0; step < kSteps; ++step) {
    paintStep(painter, colours, step);
    const QRectF square = place(step);
    const bool skipped = !m_steps.prepared && (step == Scaled || step == Centred);
    painter.setPen(skipped ? blend(colours.muted, colours.card, 0.5) : colours.muted);
    painter.drawText(QRectF(square.left() - kArrow, kSeenSide, square.width() + 2 * kArrow,
                            height() - kSeenSide),
                     Qt::AlignHCenter | Qt::AlignBottom, caption(step));
    if (step == Seen) continue;
    const QPointF tip(square.right() + kArrow - 3.5, kSeenSide / 2.0);
    painter.setPen(QPen(colours.muted, 1.2));
    painter.drawLine(tip - QPointF(5, 0), tip);
    painter.drawLine(tip - QPointF(2.5, 2.5), tip);
    painter.drawLine(tip - QPointF(2.5, -2.5), tip);
  }
}

void LessonStrip::paintStep(QPainter& painter, const Colours& colours, int step) const {
  const QRectF square = place(step);
  painter.fillRect(square, colours.frame);
  const QRectF paper = square.adjusted(1, 1, -1, -1);
  painter.fillRect(paper, colours.paper);
  painter.save();
  painter.setClipRect(paper);
  if (!m_blank && step == Seen)
    paintPixels(painter, colours, paper);
  else if (!m_blank && step == Drawn)
    paintDrawn(painter, colours, paper);
  else if (!m_blank && m_steps.prepared)
    paintPlaced(painter, colours, paper, step == Centred);
  if (!m_steps.prepared && (step == Scaled || step == Centred)) {
    painter.setPen(QPen(blend(colours.muted, colours.paper, 0.5), 1.2));
    painter.drawLine(paper.topLeft(), paper.bottomRight());
    painter.drawLine(paper.topRight(), paper.bottomLeft());
  }
  painter.restore();
}

void LessonStrip::paintDrawn(QPainter& painter, const Colours& colours,
                             const QRectF& square) const {
  if (!m_steps.picture.isNull()) {
    const QSizeF size = QSizeF(m_steps.picture.size()).scaled(square.size(), Qt::KeepAspectRatio);
    QRectF fitted(QPointF(), size);
    fitted.moveCenter(square.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(fitted, m_steps.picture);
  } else if (m_steps.drawing.empty()) {
    paintPixels(painter, colours, square);
  } else {
    paintInk(painter, m_steps.drawing, colours.ink, m_steps.brush * square.width(),
             [&](const InkPoint& p) {
               return QPointF(square.left() + p.x * square.width(),
                              square.top() + p.y * square.height());
             });
  }
}

void LessonStrip::paintPixels(QPainter& painter, const Colours& colours,
                              const QRectF& square) const {
  QImage image = sampleImage(m_steps.seen, kGlyphSide, kGlyphSide);
  image.setColorTable(inkTable(colours));
  painter.drawImage(square, image);
}

void LessonStrip::paintPlaced(QPainter& painter, const Colours& colours, const QRectF& square,
                              bool centred) const {
  const double pixel = square.width() / kGlyphSide;
  if (!m_steps.digit.empty())
    paintInkPlaced(painter, colours, square, centred);
  else if (centred)
    paintPixels(painter, colours, square);
  else  // scaled only, the pixels were in the middle of the box
    paintPixels(painter, colours, square.translated(pixel * offCentre(m_steps.seen)));
  painter.setPen(QPen(colours.negative, 1));
  painter.setBrush(Qt::NoBrush);
  if (centred) {
    const QPointF middle(square.left() + (kGlyphSide / 2.0 + 0.5) * pixel,
                         square.top() + (kGlyphSide / 2.0 + 0.5) * pixel);
    painter.drawLine(middle - QPointF(5, 0), middle + QPointF(5, 0));
    painter.drawLine(middle - QPointF(0, 5), middle + QPointF(0, 5));
  } else {
    QRectF box(0, 0, kGlyphBox * pixel, kGlyphBox * pixel);
    box.moveCenter(square.center());
    painter.drawRect(box);
  }
}

void LessonStrip::paintInkPlaced(QPainter& painter, const Colours& colours, const QRectF& square,
                                 bool centred) const {
  const auto at = placeInk(m_steps.digit);
  if (!at) return;
  const double pixel = square.width() / kGlyphSide;
  const auto map = [&](const InkPoint& p) {
    const double x = at->scale * p.x + at->x + (centred ? at->shiftX : 0);
    const double y = at->scale * p.y + at->y + (centred ? at->shiftY : 0);
    return QPointF(square.left() + x * pixel, square.top() + y * pixel);
  };
  paintInk(painter, m_steps.digit, colours.ink, kMnistStroke * pixel, map);
}

}  // namespace inkling::ui
