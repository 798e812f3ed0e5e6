// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/stylepaint.h"

#include "ui/theme/colours.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace inkling::ui::stylepaint {
namespace {

bool has(const QStyleOption* option, QStyle::StateFlag flag) {
  return option->state.testFlag(flag);
}

}  // namespace

void panel(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& border,
           double radius) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
  painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
  painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
  painter->restore();
}

QColor borderOf(const QStyleOption* option) {
  const Colours colours = coloursOf(option->palette);
  if (!has(option, QStyle::State_Enabled)) return blend(colours.frame, colours.card, 0.6);
  if (has(option, QStyle::State_HasFocus)) return colours.accent;
  if (has(option, QStyle::State_MouseOver)) return blend(colours.text, colours.card, 0.35);
  return blend(colours.text, colours.card, 0.22);
}

QColor buttonFill(const QStyleOption* option, bool primary) {
  const Colours colours = coloursOf(option->palette);
  const bool enabled = has(option, QStyle::State_Enabled);
  QColor fill = option->palette.color(QPalette::Button);
  if (primary && enabled) fill = colours.accent;
  if (has(option, QStyle::State_On)) fill = blend(colours.accent, fill, enabled ? 0.24 : 0.1);
  if (!enabled) return fill;
  if (has(option, QStyle::State_Sunken)) return blend(colours.text, fill, 0.14);
  if (has(option, QStyle::State_MouseOver)) return blend(colours.text, fill, 0.06);
  return fill;
}

void chevron(QPainter* painter, const QRectF& rect, const QColor& colour, bool up) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  const QPointF centre = rect.center();
  const double rise = up ? -1.6 : 1.6;
  painter->drawPolyline(QPolygonF(
      {centre + QPointF(-3.4, -rise), centre + QPointF(0, rise), centre + QPointF(3.4, -rise)}));
  painter->restore();
}

void button(QPainter* painter, const QStyleOption* option, const QWidget* widget) {
  const bool primary = widget != nullptr && widget->property("primary").toBool();
  const QColor fill = buttonFill(option, primary);
  const bool plain = primary && has(option, QStyle::State_Enabled);
  panel(painter, option->rect, fill, plain ? fill : borderOf(option));
}

void toolButton(QPainter* painter, const QStyleOption* option, const QWidget* widget) {
  const bool primary = widget != nullptr && widget->property("primary").toBool();
  if (primary || !has(option, QStyle::State_AutoRaise)) return button(painter, option, widget);
  const Colours colours = coloursOf(option->palette);
  const bool on = has(option, QStyle::State_On);
  const bool lively = has(option, QStyle::State_Enabled) &&
                      (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken));
  if (!on && !lively) return;
  QColor fill = on ? colours.accent : colours.text;
  fill.setAlphaF(has(option, QStyle::State_Sunken) || on ? 0.2F : 0.09F);
  QColor border = colours.accent;
  border.setAlphaF(on ? 0.55F : 0.0F);
  panel(painter, option->rect, fill, border);
}

void field(QPainter* painter, const QStyleOption* option) {
  panel(painter, option->rect, option->palette.color(QPalette::Base), borderOf(option));
}

void focusRing(QPainter* painter, const QStyleOption* option) {
  panel(painter, option->rect, {}, coloursOf(option->palette).accent, kRadius - 1);
}

void checkBox(QPainter* painter, const QStyleOption* option) {
  const Colours colours = coloursOf(option->palette);
  const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
  const bool enabled = has(option, QStyle::State_Enabled);
  const QColor full = enabled ? colours.accent : colours.ghost;
  panel(painter, option->rect, on ? full : option->palette.color(QPalette::Base),
        on ? full : borderOf(option), 3.5);
  if (!on) return;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(option->palette.color(QPalette::HighlightedText), 1.8, Qt::SolidLine,
                       Qt::RoundCap, Qt::RoundJoin));
  const QRectF r = option->rect;
  const auto at = [&r](double x, double y) {
    return QPointF(r.left() + x * r.width(), r.top() + y * r.height());
  };
  if (has(option, QStyle::State_NoChange)) {
    painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
  } else {
    painter->drawPolyline(QPolygonF({at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)}));
  }
  painter->restore();
}

void radioButton(QPainter* painter, const QStyleOption* option) {
  const Colours colours = coloursOf(option->palette);
  const bool on = has(option, QStyle::State_On);
  const QColor full = has(option, QStyle::State_Enabled) ? colours.accent : colours.ghost;
  const QRectF rect = option->rect;
  panel(painter, rect, on ? full : option->palette.color(QPalette::Base),
        on ? full : borderOf(option), rect.width() / 2);
  if (!on) return;
  const double inset = rect.width() * 0.3;
  panel(painter, rect.adjusted(inset, inset, -inset, -inset),
        option->palette.color(QPalette::HighlightedText), {}, rect.width());
}

}  // namespace inkling::ui::stylepaint
