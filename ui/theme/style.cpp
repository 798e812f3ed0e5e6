// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/style.h"

#include "ui/theme/colours.h"
#include "ui/theme/stylepaint.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWheelEvent>

#include <algorithm>

namespace inkling::ui {
namespace {

constexpr int kScrollBarWidth = 12;
constexpr int kShortestHandle = 24;
constexpr int kTabSpace = 14;  // both sides of a tab's text

// No arrow buttons: the handle has the whole length.
QRect scrollBarPart(const QStyleOptionSlider* option, QStyle::SubControl part) {
  const QRect all = option->rect;
  const bool horizontal = option->orientation == Qt::Horizontal;
  const int length = horizontal ? all.width() : all.height();
  const int range = option->maximum - option->minimum;
  const double share =
      static_cast<double>(option->pageStep) / std::max(1, range + option->pageStep);
  const int handle =
      std::clamp(static_cast<int>(length * share), std::min(kShortestHandle, length), length);
  const int start =
      QStyle::sliderPositionFromValue(option->minimum, option->maximum, option->sliderPosition,
                                      length - handle, option->upsideDown);
  const auto span = [&](int from, int to) {
    return horizontal ? QRect(all.left() + from, all.top(), to - from, all.height())
                      : QRect(all.left(), all.top() + from, all.width(), to - from);
  };
  switch (part) {
    case QStyle::SC_ScrollBarGroove:
      return all;
    case QStyle::SC_ScrollBarSlider:
      return span(start, start + handle);
    case QStyle::SC_ScrollBarSubPage:
      return span(0, start);
    case QStyle::SC_ScrollBarAddPage:
      return span(start + handle, length);
    default:
      return {};
  }
}

bool changesWithTheWheel(const QWidget* widget) {
  return qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
         qobject_cast<const QSlider*>(widget);
}

}  // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
  switch (element) {
    case PE_PanelButtonCommand:
      return stylepaint::button(painter, option, widget);
    case PE_PanelButtonTool:
      return stylepaint::toolButton(painter, option, widget);
    case PE_PanelLineEdit:
      if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option)) {
        if (frame->lineWidth > 0) return stylepaint::field(painter, option);
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1),
                          option->palette.brush(QPalette::Base));
        return;
      }
      break;
    case PE_FrameLineEdit:
    case PE_PanelScrollAreaCorner:
      return;
    case PE_FrameFocusRect:
      return stylepaint::focusRing(painter, option);
    case PE_IndicatorCheckBox:
      return stylepaint::checkBox(painter, option);
    case PE_IndicatorRadioButton:
      return stylepaint::radioButton(painter, option);
    case PE_FrameGroupBox:
      return stylepaint::panel(painter, option->rect, coloursOf(option->palette).card,
                               coloursOf(option->palette).frame, 8);
    case PE_FrameTabWidget:
      return stylepaint::panel(painter, option->rect, coloursOf(option->palette).card,
                               coloursOf(option->palette).frame, 3);
    case PE_Frame:
      return stylepaint::panel(painter, option->rect, {}, coloursOf(option->palette).frame, 3);
    case PE_PanelTipLabel:
      painter->fillRect(option->rect, option->palette.brush(QPalette::ToolTipBase));
      painter->setPen(coloursOf(option->palette).frame);
      painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
      return;
    default:
      break;
  }
  QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
  if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
    if (element == CE_ProgressBarGroove) return stylepaint::progressGroove(painter, bar);
    if (element == CE_ProgressBarContents) return stylepaint::progressContents(painter, bar);
    if (element == CE_ProgressBarLabel) {
      painter->setPen(option->palette.color(QPalette::WindowText));
      return painter->drawText(option->rect, Qt::AlignCenter, bar->text);
    }
  }
  if (element == CE_HeaderEmptyArea)
    return painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
  const bool primary = widget != nullptr && widget->property("primary").toBool() &&
                       option->state.testFlag(State_Enabled);
  const QColor onAccent = option->palette.color(QPalette::HighlightedText);
  if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
      primary && button != nullptr && element == CE_PushButtonLabel) {
    QStyleOptionButton bright(*button);
    bright.palette.setColor(QPalette::ButtonText, onAccent);
    return QProxyStyle::drawControl(element, &bright, painter, widget);
  }
  if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
      primary && tool != nullptr && element == CE_ToolButtonLabel) {
    QStyleOptionToolButton bright(*tool);
    bright.palette.setColor(QPalette::ButtonText, onAccent);
    return QProxyStyle::drawControl(element, &bright, painter, widget);
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const {
  const auto part = [&](SubControl which) {
    return QRectF(proxy()->subControlRect(control, option, which, widget));
  };
  if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
    if (control == CC_ComboBox) {
      return stylepaint::comboBox(painter, combo, part(SC_ComboBoxArrow));
    }
  }
  if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
    return stylepaint::spinBox(painter, spin, part(SC_SpinBoxUp), part(SC_SpinBoxDown));
  }
  if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
    if (control == CC_Slider && slider->tickPosition == QSlider::NoTicks) {
      return stylepaint::slider(painter, slider, part(SC_SliderHandle));
    }
    if (control == CC_ScrollBar) {
      return stylepaint::scrollBar(painter, slider, part(SC_ScrollBarSlider));
    }
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl part, const QWidget* widget) const {
  const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
  if (control == CC_ScrollBar && slider != nullptr) {
    return visualRect(option->direction, option->rect, scrollBarPart(slider, part));
  }
  return QProxyStyle::subControlRect(control, option, part, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option,
                       const QWidget* widget) const {
  switch (metric) {
    case PM_ScrollBarExtent:
      return kScrollBarWidth;
    case PM_ScrollBarSliderMin:
      return kShortestHandle;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
      return 16;
    case PM_TabBarTabHSpace:
      return kTabSpace;
    case PM_SplitterWidth:
      return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
      return 0;
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
      return 18;
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const {
  // A click on a slider's groove goes there.
  if (hint == SH_Slider_AbsoluteSetButtons) return Qt::LeftButton;
  if (hint == SH_ComboBox_Popup) return 0;
  if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
  if (hint == SH_FormLayoutLabelAlignment) return Qt::AlignLeft | Qt::AlignVCenter;
  return QProxyStyle::styleHint(hint, option, widget, returned);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
  const QSize found = QProxyStyle::sizeFromContents(type, option, size, widget);
  switch (type) {
    case CT_PushButton:
    case CT_ComboBox:
    case CT_SpinBox:
    case CT_LineEdit:
      return {found.width(), std::max(found.height(), option->fontMetrics.height() + 12)};
    case CT_ItemViewItem:
      if (widget == nullptr || !widget->inherits("QComboBoxListView")) return found;
      return {found.width(), std::max(found.height(), option->fontMetrics.height() + 9)};
    default:
      return found;
  }
}

void Style::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  if (!changesWithTheWheel(widget)) return;
  // The wheel must not give the focus either, or the second notch would change the value.
  if (widget->focusPolicy() == Qt::WheelFocus) widget->setFocusPolicy(Qt::StrongFocus);
  widget->installEventFilter(this);
}

void Style::unpolish(QWidget* widget) {
  widget->removeEventFilter(this);
  QProxyStyle::unpolish(widget);
}

bool Style::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
    return QProxyStyle::eventFilter(watched, event);
  event->ignore();  // what it lies on takes it
  return true;
}

}  // namespace inkling::ui
