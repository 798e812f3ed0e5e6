// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/layerview.h"

#include "ui/theme/colours.h"
#include "ui/widgets/heatimage.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace inkling::ui {

LayerView::LayerView(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void LayerView::setValues(std::span<const float> values, Shape shape, float limit) {
  const bool sameShape = shape == m_shape;
  m_shape = shape;
  m_values.assign(values.begin(), values.end());
  m_limit = limit;
  if (!sameShape) {
    m_chosen.reset();
    m_field.reset();
    updateGeometry();
  }
  update();
}

void LayerView::setLarge(bool large) {
  if (large == m_large) return;
  m_large = large;
  updateGeometry();
  update();
}

void LayerView::clear() {
  m_values.clear();
  update();
}

void LayerView::setChosen(const std::optional<UnitAt>& unit) {
  if (unit == m_chosen) return;
  m_chosen = unit;
  setAccessibleDescription(unit ? describe(*unit) : QString());
  update();
}

void LayerView::setField(const std::optional<Field>& field) {
  if (field == m_field) return;
  m_field = field;
  update();
}

float LayerView::value(const UnitAt& unit) const {
  const auto at =
      static_cast<std::size_t>((unit.y * m_shape.width + unit.x) * m_shape.channels + unit.channel);
  return at < m_values.size() ? m_values[at] : 0;
}

QString LayerView::describe(const UnitAt& unit) const {
  const QString number = QLocale().toString(static_cast<double>(value(unit)), 'f', 3);
  if (!layoutNow().isImage()) return tr("unit %1: %2").arg(unit.channel).arg(number);
  return tr("channel %1, row %2, column %3: %4")
      .arg(unit.channel)
      .arg(unit.y)
      .arg(unit.x)
      .arg(number);
}

QSize LayerView::sizeHint() const {
  const int width = std::max(this->width(), 320);
  return {320, heightForWidth(width)};
}

void LayerView::paintMaps(QPainter& painter, const Colours& colours) const {
  const LayerLayout layout = layoutNow();
  for (int c = 0; c < m_shape.channels; ++c) {
    const QRect place = layout.place(c);
    painter.drawImage(
        place, heatImage({m_values, m_shape.width, m_shape.height, m_shape.channels, c}, m_limit,
                         colours));
    const auto outline = [&](int top, int left, int bottom, int right, const QPen& pen) {
      painter.setPen(pen);
      painter.drawRect(QRectF(place.left() + left * layout.pixel(),
                              place.top() + top * layout.pixel(), (right - left) * layout.pixel(),
                              (bottom - top) * layout.pixel())
                           .intersected(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)));
    };
    if (m_field)
      outline(m_field->top, m_field->left, m_field->bottom, m_field->right,
              QPen(colours.text, 1.5));
    if (m_chosen && m_chosen->channel == c)
      outline(m_chosen->y, m_chosen->x, m_chosen->y + 1, m_chosen->x + 1, QPen(colours.text, 2));
  }
}

void LayerView::paintBars(QPainter& painter, const Colours& colours) const {
  const LayerLayout layout = layoutNow();
  const double half = layout.barHeight() / 2.0 - 2;
  QFont small = font();
  small.setPointSizeF(small.pointSizeF() * 0.75);
  painter.setFont(small);
  for (int unit = 0; unit < m_shape.channels; ++unit) {
    const QRectF place(layout.place(unit));
    const float value = m_values[static_cast<std::size_t>(unit)];
    const double share = std::clamp(static_cast<double>(value / m_limit), -1.0, 1.0);
    const double middle = place.top() + layout.barHeight() / 2.0;
    const double gap = place.width() > 5 ? 1 : 0;
    if (m_chosen && m_chosen->channel == unit)
      painter.fillRect(place, blend(colours.accent, colours.card, 0.3));
    QRectF bar(place.left() + gap, middle, place.width() - 2 * gap, -share * half);
    painter.fillRect(bar.normalized(), share < 0 ? colours.negative : colours.positive);
    painter.fillRect(QRectF(place.left(), middle, place.width(), 1), colours.frame);
    if (layout.numberHeight() == 0) continue;
    painter.setPen(colours.muted);
    painter.drawText(QRectF(place.left(), place.bottom(), place.width(), layout.numberHeight()),
                     Qt::AlignCenter, QString::number(unit));
  }
}

void LayerView::paintEvent(QPaintEvent*) {
  if (static_cast<int>(m_values.size()) != m_shape.size()) return;
  QPainter painter(this);
  const Colours colours = coloursOf(palette());
  if (layoutNow().isImage())
    paintMaps(painter, colours);
  else
    paintBars(painter, colours);
  if (hasFocus()) {
    painter.setPen(QPen(colours.accent, 1, Qt::DotLine));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
  }
}

bool LayerView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const auto unit = layoutNow().at(help->pos());
  QToolTip::showText(help->globalPos(), unit && !m_values.empty() ? describe(*unit) : toolTip(),
                     this);
  return true;
}

void LayerView::choose(const UnitAt& unit) {
  setChosen(unit);
  emit unitChosen(unit);
}

void LayerView::mousePressEvent(QMouseEvent* event) {
  const auto unit = layoutNow().at(event->pos());
  if (event->button() != Qt::LeftButton || !unit) return event->ignore();
  choose(*unit);
}

void LayerView::keyPressEvent(QKeyEvent* event) {
  UnitAt unit = m_chosen.value_or(UnitAt{});
  const bool image = layoutNow().isImage();
  const int channels = m_shape.channels;
  switch (event->key()) {
    case Qt::Key_Left:
      image ? --unit.x : --unit.channel;
      break;
    case Qt::Key_Right:
      image ? ++unit.x : ++unit.channel;
      break;
    case Qt::Key_Up:
      --unit.y;
      break;
    case Qt::Key_Down:
      ++unit.y;
      break;
    case Qt::Key_PageUp:
      --unit.channel;
      break;
    case Qt::Key_PageDown:
      ++unit.channel;
      break;
    default:
      return QWidget::keyPressEvent(event);
  }
  unit = {std::clamp(unit.y, 0, m_shape.height - 1), std::clamp(unit.x, 0, m_shape.width - 1),
          std::clamp(unit.channel, 0, channels - 1)};
  choose(unit);
}

}  // namespace inkling::ui
