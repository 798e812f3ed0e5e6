// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/mapview.h"

#include "ui/theme/colours.h"
#include "ui/widgets/greyimage.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace inkling::ui {

namespace {

constexpr double kMargin = 14;
constexpr double kReach = 9;  // of the mouse, pixels
constexpr int kHoverPixel = 3;

// Okabe and Ito's set, with two more, none of them too light for paper.
constexpr std::array<QRgb, 10> kClasses = {0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                           0xffb58900, 0xff56b4e9, 0xff7b4fb5, 0xff8c564b,
                                           0xff6b7785, 0xffb3123f};

QColor classColour(int label, const Colours& colours) {
  const QColor colour(kClasses[static_cast<std::size_t>(label) % kClasses.size()]);
  return colours.dark ? blend(colour, Qt::white, 0.75) : colour;
}

}  // namespace

MapView::MapView(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void MapView::setImages(const DataView& view, const QStringList& names) {
  m_view = view;
  m_names = names;
  m_places.clear();
  m_drawing.reset();
  m_hovered = -1;
  update();
}

void MapView::setPlaces(const Matrix<float>& places) {
  m_places.clear();
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  for (Index i = 0; i < places.cols(); ++i) {
    const QPointF place(static_cast<double>(places(0, i)), static_cast<double>(places(1, i)));
    left = std::min(left, place.x());
    right = std::max(right, place.x());
    top = std::min(top, place.y());
    bottom = std::max(bottom, place.y());
    m_places << place;
  }
  m_bounds = {left, top, std::max(1e-6, right - left), std::max(1e-6, bottom - top)};
  update();
}

void MapView::setDrawing(const std::optional<QPointF>& place, const QString& name) {
  m_drawing = place;
  m_drawingName = name;
  update();
}

void MapView::setHint(const QString& hint) {
  m_hint = hint;
  update();
}

QPointF MapView::toWidget(const QPointF& place) const {
  return {kMargin + (place.x() - m_bounds.left()) / m_bounds.width() * (width() - 2 * kMargin),
          kMargin + (place.y() - m_bounds.top()) / m_bounds.height() * (height() - 2 * kMargin)};
}

QPointF MapView::pointOf(int image) const { return toWidget(m_places[image]); }

int MapView::imageAt(const QPointF& point) const {
  int nearest = -1;
  double least = kReach;
  for (int i = 0; i < m_places.size(); ++i) {
    const QPointF way = toWidget(m_places[i]) - point;
    const double distance = std::hypot(way.x(), way.y());
    if (distance > least) continue;
    least = distance;
    nearest = i;
  }
  return nearest;
}

QString MapView::nameOf(int position) const {
  const int label = m_view.label(position);
  return m_names.value(label, QString::number(label));
}

void MapView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Colours colours = coloursOf(palette());
  if (m_places.isEmpty()) {
    painter.setPen(colours.muted);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
    return;
  }
  QFont small = font();
  small.setPointSizeF(small.pointSizeF() * 0.8);
  painter.setFont(small);
  for (int i = 0; i < m_places.size(); ++i) {
    const QPointF at = toWidget(m_places[i]);
    painter.setPen(classColour(m_view.label(i), colours));
    // One letter: where names are long, the colour and the mouse tell the rest.
    painter.drawText(QRectF(at - QPointF(8, 8), QSizeF(16, 16)), Qt::AlignCenter,
                     nameOf(i).left(1));
  }
  if (m_drawing) {
    const QPointF at = toWidget(*m_drawing);
    painter.setPen(QPen(colours.text, 2));
    painter.setBrush(colours.card);
    painter.drawEllipse(at, 11, 11);
    painter.setFont(font());
    painter.drawText(QRectF(at - QPointF(11, 11), QSizeF(22, 22)), Qt::AlignCenter,
                     m_drawingName.left(1));
  }
  if (m_hovered >= 0) paintHovered(painter);
}

void MapView::paintHovered(QPainter& painter) const {
  const Colours colours = coloursOf(palette());
  QImage image = greyImage(m_view.image(m_hovered), m_view.set->width, m_view.set->height);
  image.setColorTable(inkTable(colours));
  const QSizeF size = QSizeF(image.size()) * kHoverPixel;
  const QPointF at = toWidget(m_places[m_hovered]);
  const double left =
      at.x() + 14 + size.width() > width() ? at.x() - 14 - size.width() : at.x() + 14;
  const double top =
      std::clamp(at.y() - size.height() / 2, 0.0, std::max(0.0, height() - size.height()));
  const QRectF place(QPointF(left, top), size);
  painter.setPen(QPen(classColour(m_view.label(m_hovered), colours), 2));
  painter.setBrush(colours.paper);
  painter.drawRect(place.adjusted(-2, -2, 2, 2));
  painter.drawImage(place, image);
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
  const int hovered = imageAt(event->position());
  if (hovered == m_hovered) return;
  m_hovered = hovered;
  update();
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
  const int image = imageAt(event->position());
  if (event->button() == Qt::LeftButton && image >= 0) emit imageClicked(image);
}

void MapView::leaveEvent(QEvent* event) {
  m_hovered = -1;
  update();
  QWidget::leaveEvent(event);
}

}  // namespace inkling::ui
