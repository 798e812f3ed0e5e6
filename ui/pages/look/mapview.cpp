// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/mapview.h"

#include "ui/theme/colours.h"
#include "ui/widgets/sampleimage.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace inkling::ui {

namespace {

constexpr double kMargin = 14;
constexpr double kReach = 9;  // of the mouse, pixels
constexpr int kHoverPixel = 3;
constexpr int kGlide = 400;   // ms
constexpr int kLetter = 16;   // side of a letter's picture
constexpr double kAhead = 2;  // a key looks this much further ahead than aside

// Okabe and Ito's set, with two more, none of them too light for paper.
constexpr std::array<QRgb, 10> kClasses = {0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                           0xffb58900, 0xff56b4e9, 0xff7b4fb5, 0xff8c564b,
                                           0xff6b7785, 0xffb3123f};

QRectF boundsOf(const Matrix<float>& places) {
  if (places.cols() == 0) return {0, 0, 1, 1};
  const auto low = places.rowwise().minCoeff().eval();
  const auto high = places.rowwise().maxCoeff().eval();
  const auto size = [&](Index axis) {
    return std::max(1e-6, static_cast<double>(high(axis) - low(axis)));
  };
  return {static_cast<double>(low(0)), static_cast<double>(low(1)), size(0), size(1)};
}

QColor classColour(int label, const Colours& colours) {
  const QColor colour(kClasses[static_cast<std::size_t>(label) % kClasses.size()]);
  return colours.dark ? blend(colour, Qt::white, 0.75) : colour;
}

}  // namespace

MapView::MapView(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  m_glide.setDuration(kGlide);
  m_glide.setStartValue(0.0);
  m_glide.setEndValue(1.0);
  m_glide.setEasingCurve(QEasingCurve::InOutQuad);
  connect(&m_glide, &QVariantAnimation::valueChanged, this, [this] {
    // Every second picture is smooth enough, and half as dear.
    if (m_even = !m_even; m_even) update();
  });
  connect(&m_glide, &QVariantAnimation::finished, this, [this] {
    m_from.clear();
    update();
  });
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void MapView::setImages(const DataView& view, const QStringList& names) {
  m_view = view;
  m_names = names;
  m_letters.clear();
  m_glide.stop();
  m_from.clear();
  m_places.clear();
  m_drawing.reset();
  m_hovered = -1;
  update();
}

void MapView::setPlaces(const Matrix<float>& places, bool glide) {
  m_from = m_places;
  m_places.clear();
  m_bounds = boundsOf(places);
  for (Index i = 0; i < places.cols(); ++i)
    m_places << normalised({static_cast<double>(places(0, i)), static_cast<double>(places(1, i))});
  m_glide.stop();
  if (glide && isVisible() && m_from.size() == m_places.size())
    m_glide.start();
  else
    m_from.clear();
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

QPointF MapView::normalised(const QPointF& place) const {
  return {(place.x() - m_bounds.left()) / m_bounds.width(),
          (place.y() - m_bounds.top()) / m_bounds.height()};
}

QPointF MapView::toWidget(const QPointF& place) const {
  return {kMargin + place.x() * (width() - 2 * kMargin),
          kMargin + place.y() * (height() - 2 * kMargin)};
}

QPointF MapView::pointOf(int image) const {
  const QPointF to = m_places[image];
  if (m_from.isEmpty()) return toWidget(to);
  const double share = m_glide.currentValue().toDouble();
  return toWidget(m_from[image] + share * (to - m_from[image]));
}

int MapView::imageAt(const QPointF& point) const {
  int nearest = -1;
  double least = kReach;
  for (int i = 0; i < m_places.size(); ++i) {
    const QPointF way = pointOf(i) - point;
    const double distance = std::hypot(way.x(), way.y());
    if (distance > least) continue;
    least = distance;
    nearest = i;
  }
  return nearest;
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
  for (int i = 0; i < m_places.size(); ++i)
    painter.drawPixmap(pointOf(i) - QPointF(kLetter, kLetter) / 2,
                       letter(m_view.label(i), colours));
  if (m_drawing) {
    const QPointF at = toWidget(normalised(*m_drawing));
    painter.setPen(QPen(colours.text, 2));
    painter.setBrush(colours.card);
    painter.drawEllipse(at, 11, 11);
    painter.setFont(font());
    painter.drawText(QRectF(at - QPointF(11, 11), QSizeF(22, 22)), Qt::AlignCenter,
                     m_drawingName.left(1));
  }
  if (m_hovered >= 0) paintHovered(painter);
}

// One letter: where names are long, the colour and the mouse tell the rest. Drawn once for each
// class: drawing text thousands of times takes long.
const QPixmap& MapView::letter(int label, const Colours& colours) {
  QPixmap& picture = m_letters[label];
  if (!picture.isNull() && picture.devicePixelRatio() == devicePixelRatioF()) return picture;
  picture = QPixmap(QSize(kLetter, kLetter) * devicePixelRatioF());
  picture.setDevicePixelRatio(devicePixelRatioF());
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  QFont small = font();
  small.setPointSizeF(small.pointSizeF() * 0.8);
  painter.setFont(small);
  painter.setPen(classColour(label, colours));
  painter.drawText(QRect(0, 0, kLetter, kLetter), Qt::AlignCenter,
                   m_names.value(label, QString::number(label)).left(1));
  return picture;
}

void MapView::paintHovered(QPainter& painter) const {
  const Colours colours = coloursOf(palette());
  QImage image = sampleImage(m_view.image(m_hovered), m_view.set->width, m_view.set->height);
  image.setColorTable(inkTable(colours));
  const QSizeF size = QSizeF(image.size()) * kHoverPixel;
  const QPointF at = pointOf(m_hovered);
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

// To the nearest image in the key's direction.
void MapView::keyPressEvent(QKeyEvent* event) {
  const std::map<int, QPointF> ways = {{Qt::Key_Left, {-1, 0}},
                                       {Qt::Key_Right, {1, 0}},
                                       {Qt::Key_Up, {0, -1}},
                                       {Qt::Key_Down, {0, 1}}};
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && m_hovered >= 0) return emit imageClicked(m_hovered);
  const auto way = ways.find(event->key());
  if (way == ways.end() || m_places.isEmpty()) return QWidget::keyPressEvent(event);
  const QPointF from = m_hovered >= 0 ? pointOf(m_hovered) : QRectF(rect()).center();
  int best = m_hovered;
  double least = std::numeric_limits<double>::max();
  for (int i = 0; i < m_places.size(); ++i) {
    const QPointF step = pointOf(i) - from;
    const double ahead = QPointF::dotProduct(step, way->second);
    const double aside = std::abs(step.x() * way->second.y() - step.y() * way->second.x());
    const double cost = ahead + kAhead * aside;
    if (i == m_hovered || ahead < 1 || cost >= least) continue;
    least = cost;
    best = i;
  }
  m_hovered = best;
  update();
}

void MapView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
    m_letters.clear();
}

void MapView::leaveEvent(QEvent* event) {
  m_hovered = -1;
  update();
  QWidget::leaveEvent(event);
}

}  // namespace inkling::ui
