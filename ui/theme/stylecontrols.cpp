// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/colours.h"
#include "ui/theme/stylepaint.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include <algorithm>

// The controls that consist of several parts; the others are in stylepaint.cpp.
namespace inkling::ui::stylepaint {
namespace {

QColor textOf(const QStyleOption* option, bool enabled) {
  return option->palette.color(enabled ? QPalette::Active : QPalette::Disabled,
                               QPalette::ButtonText);
}

QRectF middleOf(const QRectF& rect, double thickness, bool horizontal) {
  QRectF bar =
      horizontal ? QRectF(0, 0, rect.width(), thickness) : QRectF(0, 0, thickness, rect.height());
  bar.moveCenter(rect.center());
  return bar;
}

}  // namespace

void progressGroove(QPainter* painter, const QStyleOptionProgressBar* option) {
  const Colours colours = coloursOf(option->palette);
  panel(painter, option->rect, blend(colours.text, colours.card, 0.09), {}, kRadius);
}

void progressContents(QPainter* painter, const QStyleOptionProgressBar* option) {
  const Colours colours = coloursOf(option->palette);
  QRectF bar = option->rect;
  const bool busy = option->minimum == 0 && option->maximum == 0;
  if (!busy) {
    const double range = std::max(1, option->maximum - option->minimum);
    bar.setWidth(bar.width() * (option->progress - option->minimum) / range);
  }
  if (bar.width() < 1) return;
  QPainterPath shape;
  shape.addRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setClipPath(shape);
  painter->fillRect(bar, blend(colours.accent, colours.card, busy ? 0.25 : 0.42));
  painter->restore();
}

void comboBox(QPainter* painter, const QStyleOptionComboBox* option, const QRectF& arrow) {
  const bool enabled = option->state.testFlag(QStyle::State_Enabled);
  if (option->editable) {
    field(painter, option);
  } else {
    QStyleOption plain(*option);
    plain.state.setFlag(QStyle::State_Sunken, false);
    panel(painter, option->rect, buttonFill(&plain, false), borderOf(option));
  }
  chevron(painter, arrow, textOf(option, enabled), false);
}

void spinBox(QPainter* painter, const QStyleOptionSpinBox* option, const QRectF& up,
             const QRectF& down) {
  if (option->frame) field(painter, option);
  if (option->buttonSymbols == QAbstractSpinBox::NoButtons) return;
  const bool enabled = option->state.testFlag(QStyle::State_Enabled);
  const auto draw = [&](const QRectF& rect, bool upwards) {
    const bool active =
        enabled && option->stepEnabled.testFlag(upwards ? QAbstractSpinBox::StepUpEnabled
                                                        : QAbstractSpinBox::StepDownEnabled);
    const auto which = upwards ? QStyle::SC_SpinBoxUp : QStyle::SC_SpinBoxDown;
    QColor colour = textOf(option, active);
    const bool hovered = option->activeSubControls == which;
    if (!hovered) colour = blend(colour, option->palette.color(QPalette::Base), 0.65);
    chevron(painter, rect, colour, upwards);
  };
  draw(up, true);
  draw(down, false);
}

void slider(QPainter* painter, const QStyleOptionSlider* option, const QRectF& handle) {
  const Colours colours = coloursOf(option->palette);
  const bool horizontal = option->orientation == Qt::Horizontal;
  const bool enabled = option->state.testFlag(QStyle::State_Enabled);
  const QRectF groove = middleOf(option->rect, 4, horizontal);
  panel(painter, groove, blend(colours.text, colours.card, 0.16), {}, 2);
  QRectF done = groove;
  if (horizontal) {
    if (option->upsideDown) {
      done.setLeft(handle.center().x());
    } else {
      done.setRight(handle.center().x());
    }
  } else if (option->upsideDown) {
    done.setTop(handle.center().y());
  } else {
    done.setBottom(handle.center().y());
  }
  const QColor accent = enabled ? colours.accent : colours.ghost;
  panel(painter, done, accent, {}, 2);
  QRectF knob(0, 0, 14, 14);
  knob.moveCenter(handle.center());
  const bool lively = option->state.testFlag(QStyle::State_HasFocus) ||
                      option->activeSubControls == QStyle::SC_SliderHandle;
  panel(painter, knob, option->palette.color(QPalette::Button), lively ? accent : borderOf(option),
        7);
  const QRectF dot = knob.adjusted(4, 4, -4, -4);
  panel(painter, dot, accent, {}, 3);
}

void scrollBar(QPainter* painter, const QStyleOptionSlider* option, const QRectF& handle) {
  const Colours colours = coloursOf(option->palette);
  if (option->maximum <= option->minimum) return;
  const bool lively = option->state.testFlag(QStyle::State_MouseOver) ||
                      option->state.testFlag(QStyle::State_Sunken);
  const QColor fill = blend(colours.text, colours.card, lively ? 0.42 : 0.26);
  const bool horizontal = option->orientation == Qt::Horizontal;
  const QRectF bar = horizontal ? handle.adjusted(1, 3, -1, -2) : handle.adjusted(3, 1, -2, -1);
  panel(painter, bar, fill, {}, std::min(bar.width(), bar.height()) / 2);
}

}  // namespace inkling::ui::stylepaint
