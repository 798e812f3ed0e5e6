// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QRectF>

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QWidget;

/// The parts of Style, one function a control.
namespace inkling::ui::stylepaint {

inline constexpr double kRadius = 5;

/// A rounded rectangle with a one-pixel border inside `rect`.
void panel(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& border,
           double radius = kRadius);
/// The border of a field or button: accent when it has the focus.
QColor borderOf(const QStyleOption* option);
/// The ground of a button by its state; `primary` ones are filled with the accent.
QColor buttonFill(const QStyleOption* option, bool primary);
/// A small chevron in the middle of `rect`.
void chevron(QPainter* painter, const QRectF& rect, const QColor& colour, bool up);

void button(QPainter* painter, const QStyleOption* option, const QWidget* widget);
void toolButton(QPainter* painter, const QStyleOption* option, const QWidget* widget);
void field(QPainter* painter, const QStyleOption* option);
void focusRing(QPainter* painter, const QStyleOption* option);
void checkBox(QPainter* painter, const QStyleOption* option);
void radioButton(QPainter* painter, const QStyleOption* option);
void progressGroove(QPainter* painter, const QStyleOptionProgressBar* option);
void progressContents(QPainter* painter, const QStyleOptionProgressBar* option);
void comboBox(QPainter* painter, const QStyleOptionComboBox* option, const QRectF& arrow);
void spinBox(QPainter* painter, const QStyleOptionSpinBox* option, const QRectF& up,
             const QRectF& down);
void slider(QPainter* painter, const QStyleOptionSlider* option, const QRectF& handle);
void scrollBar(QPainter* painter, const QStyleOptionSlider* option, const QRectF& handle);

}  // namespace inkling::ui::stylepaint
