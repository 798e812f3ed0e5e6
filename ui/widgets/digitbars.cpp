// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/digitbars.h"

#include "ui/theme/colours.h"
#include "ui/widgets/digitbarlayout.h"
#include "ui/widgets/percenttext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace inkling::ui {
namespace {

constexpr int kRows = 10;
constexpr double kNarrow = 34;  // pixels of a column below which its percentage is left out

QFont larger(QFont font) {
  font.setWeight(QFont::Bold);
  font.setPointSizeF(font.pointSizeF() * 1.3);
  return font;
}

QFont smaller(QFont font) {
  font.setPointSizeF(font.pointSizeF() * 0.85);
  return font;
}

}  // namespace

DigitBars::DigitBars(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setFocusPolicy(Qt::StrongFocus);
  describe();
}

void DigitBars::setReadings(std::vector<Reading> readings, int chosen) {
  m_readings = std::move(readings);
  m_chosen = chosen;
  describe();
  update();
}

QSize DigitBars::sizeHint() const {
  const int row = fontMetrics().height() + 4;
  return {fontMetrics().averageCharWidth() * 34, row * (kRows + 2)};
}

QSize DigitBars::minimumSizeHint() const {
  const int row = fontMetrics().ascent() - 1;
  return {fontMetrics().averageCharWidth() * 18, row * kRows + fontMetrics().height() * 2};
}

DigitBarLayout DigitBars::layoutNow() const {
  DigitBarLayout layout{static_cast<double>(width()), static_cast<double>(height()),
                        static_cast<int>(m_readings.size())};
  layout.rows = kRows;
  layout.nameWidth = fontMetrics().horizontalAdvance(QLatin1Char('8')) + 6;
  layout.headHeight =
      QFontMetricsF(larger(font())).height() + QFontMetricsF(smaller(font())).height() + 4;
  return layout;
}

bool DigitBars::event(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) describe();
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), toolTipOf(layoutNow().digitAt(help->pos().x())), this);
    return true;
  }
  return QWidget::event(event);
}

void DigitBars::choose(int digit) {
  if (digit < 0 || digit >= static_cast<int>(m_readings.size()) || digit == m_chosen) return;
  m_chosen = digit;
  update();
  emit digitChosen(digit);
}

void DigitBars::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) choose(layoutNow().digitAt(event->position().x()));
}

void DigitBars::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Left) return choose(m_chosen - 1);
  if (event->key() == Qt::Key_Right) return choose(m_chosen + 1);
  QWidget::keyPressEvent(event);
}

QString DigitBars::toolTipOf(int digit) const {
  if (digit < 0) return toolTip();
  const Reading& reading = m_readings[static_cast<std::size_t>(digit)];
  if (reading.digit < 0) return tr("Nothing is predicted yet");
  const QString share = percentText(reading.confidence);
  return reading.sure ? tr("A %1 with %2. Click to see its pixels and to correct it.")
                            .arg(reading.digit)
                            .arg(share)
                      : tr("Not sure: perhaps a %1, with %2. Click to see its pixels and to "
                           "correct it.")
                            .arg(reading.digit)
                            .arg(share);
}

void DigitBars::describe() {
  setAccessibleName(tr("Probabilities of each digit"));
  setToolTip(tr("A column for each digit. Click on one to see its pixels and to correct it."));
  QStringList parts;
  for (const Reading& reading : m_readings)
    parts << (reading.digit < 0 ? tr("nothing")
              : reading.sure
                  ? tr("%1 with %2").arg(reading.digit).arg(percentText(reading.confidence))
                  : tr("not sure, perhaps %1").arg(reading.digit));
  setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

void DigitBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Colours colours = coloursOf(palette());
  const DigitBarLayout layout = layoutNow();
  painter.setFont(smaller(font()));
  painter.setPen(colours.muted);
  for (int row = 0; row < layout.rows; ++row)
    painter.drawText(layout.name(row), Qt::AlignLeft | Qt::AlignVCenter, QString::number(row));
  for (int digit = 0; digit < layout.digits; ++digit) {
    if (digit == m_chosen) {
      const QRectF ground = layout.column(digit).adjusted(0.5, 0.5, -0.5, -0.5);
      painter.setPen(QPen(colours.accent, hasFocus() ? 2 : 1));
      painter.setBrush(blend(colours.accent, colours.card, 0.10));
      painter.drawRoundedRect(ground, 4, 4);
    }
    paintHead(painter, colours, layout, digit);
    paintBars(painter, colours, layout, digit);
  }
}

void DigitBars::paintHead(QPainter& painter, const Colours& colours, const DigitBarLayout& layout,
                          int digit) const {
  const Reading& reading = m_readings[static_cast<std::size_t>(digit)];
  if (reading.digit < 0) return;
  const QRectF head = layout.head(digit).adjusted(1, 1, -1, 0);
  painter.setFont(larger(font()));
  painter.setPen(reading.sure ? colours.text : colours.muted);
  painter.drawText(head, Qt::AlignHCenter | Qt::AlignTop,
                   reading.sure ? QString::number(reading.digit) : QStringLiteral("?"));
  painter.setFont(smaller(font()));
  painter.setPen(colours.muted);
  if (!reading.sure)
    painter.drawText(
        head, Qt::AlignHCenter | Qt::AlignBottom,
        QFontMetricsF(painter.font()).elidedText(tr("not sure"), Qt::ElideRight, head.width()));
  else if (head.width() >= kNarrow)
    painter.drawText(head, Qt::AlignHCenter | Qt::AlignBottom, percentText(reading.confidence));
}

void DigitBars::paintBars(QPainter& painter, const Colours& colours, const DigitBarLayout& layout,
                          int digit) const {
  const Reading& reading = m_readings[static_cast<std::size_t>(digit)];
  painter.setPen(Qt::NoPen);
  for (int row = 0; row < layout.rows; ++row) {
    const QRectF track = layout.track(digit, row);
    const double radius = std::min(3.0, track.height() / 2);
    painter.setBrush(blend(colours.text, colours.card, 0.07));
    painter.drawRoundedRect(track, radius, radius);
    const auto at = static_cast<std::size_t>(row);
    const float share = at < reading.probabilities.size() ? reading.probabilities[at] : 0;
    if (share <= 0) continue;
    QRectF bar = layout.bar(digit, row, share);
    bar.setWidth(std::max(bar.width(), 2.0));
    painter.setBrush(row == reading.digit ? colours.accent
                                          : blend(colours.accent, colours.card, 0.45));
    painter.drawRoundedRect(bar, std::min(radius, bar.width() / 2), radius);
  }
}

}  // namespace inkling::ui
