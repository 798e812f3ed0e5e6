// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/pinstrip.h"

#include "ui/theme/colours.h"
#include "ui/widgets/percenttext.h"
#include "ui/widgets/sampleimage.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace inkling::ui {
namespace {

constexpr int kSide = 30;  // of a picture: a pixel for each of the 28, and a frame
constexpr int kGap = 6;
constexpr int kClasses = 10;

}  // namespace

PinStrip::PinStrip(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setFocusPolicy(Qt::StrongFocus);
  hide();
  describe();
}

void PinStrip::pin(const DigitReading& digit) {
  if (m_pins.size() == kMost) m_pins.erase(m_pins.begin());
  m_pins.push_back(digit);
  m_current = static_cast<int>(m_pins.size()) - 1;
  show();
  describe();
  update();
}

void PinStrip::setReading(int pin, const Reading& reading) {
  m_pins[static_cast<std::size_t>(pin)].reading = reading;
  describe();
  update();
}

void PinStrip::remove(int pin) {
  if (pin < 0 || pin >= static_cast<int>(m_pins.size())) return;
  m_pins.erase(m_pins.begin() + pin);
  m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_pins.size()) - 1));
  setVisible(!m_pins.empty());
  describe();
  update();
}

QSize PinStrip::sizeHint() const { return {kMost * (kSide + kGap), 2 * kSide}; }

QRect PinStrip::place(int pin) const {
  const int each = width() / kMost;
  return {pin * each, 0, each - kGap / 2, height()};
}

int PinStrip::pinAt(QPoint position) const {
  for (int pin = 0; pin < static_cast<int>(m_pins.size()); ++pin)
    if (place(pin).contains(position)) return pin;
  return -1;
}

bool PinStrip::event(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) describe();
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int pin = pinAt(help->pos());
    if (pin < 0) return true;
    const Reading& reading = m_pins[static_cast<std::size_t>(pin)].reading;
    const QString now = reading.digit < 0 ? tr("Nothing is predicted yet")
                                          : tr("Now read as class %1 with %2.")
                                                .arg(reading.digit)
                                                .arg(percentText(reading.confidence));
    QToolTip::showText(help->globalPos(), now + QLatin1Char('\n') + toolTip(), this);
    return true;
  }
  return QWidget::event(event);
}

void PinStrip::describe() {
  setAccessibleName(tr("Pinned drawings"));
  setToolTip(
      tr("Its ten probabilities, 0 to 9, go on changing with the model: train and watch. "
         "Click to bring it back to the canvas, right-click to take it off."));
  QStringList read;
  for (const DigitReading& pin : m_pins)
    read << (pin.reading.digit < 0 ? QStringLiteral("–") : QString::number(pin.reading.digit));
  setAccessibleDescription(read.join(QLatin1Char(' ')));
}

void PinStrip::mouseReleaseEvent(QMouseEvent* event) {
  const int pin = pinAt(event->pos());
  if (pin < 0) return;
  m_current = pin;
  if (event->button() == Qt::RightButton) return remove(pin);
  if (event->button() == Qt::LeftButton) emit pinClicked(pin);
}

void PinStrip::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(m_pins.size()) - 1;
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
      m_current = std::clamp(m_current + (event->key() == Qt::Key_Left ? -1 : 1), 0, last);
      return update();
    case Qt::Key_Return:
    case Qt::Key_Space:
      emit pinClicked(m_current);
      return;
    case Qt::Key_Delete:
      return remove(m_current);
    default:
      QWidget::keyPressEvent(event);
  }
}

void PinStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Colours colours = coloursOf(palette());
  for (int pin = 0; pin < static_cast<int>(m_pins.size()); ++pin) paintPin(painter, colours, pin);
}

void PinStrip::paintPin(QPainter& painter, const Colours& colours, int pin) const {
  const DigitReading& digit = m_pins[static_cast<std::size_t>(pin)];
  const QRectF all = place(pin);
  const QRectF frame(all.left(), all.top(), kSide, kSide);
  painter.fillRect(frame, hasFocus() && pin == m_current ? colours.accent : colours.frame);
  QImage image = sampleImage(digit.glyph, 28, 28);
  image.setColorTable(inkTable(colours));
  painter.drawImage(frame.adjusted(1, 1, -1, -1), image);
  const Reading& reading = digit.reading;
  if (reading.digit < 0) return;
  painter.setPen(reading.sure ? colours.text : colours.muted);
  painter.drawText(QRectF(frame.right(), all.top(), all.right() - frame.right(), kSide),
                   Qt::AlignCenter,
                   reading.sure ? QString::number(reading.digit) : QStringLiteral("?"));
  const QRectF bars(all.left(), all.top() + kSide + 3, all.width(), all.height() - kSide - 4);
  painter.setPen(Qt::NoPen);
  const double each = bars.width() / kClasses;
  for (int i = 0; i < std::min<int>(kClasses, static_cast<int>(reading.probabilities.size()));
       ++i) {
    const double share = reading.probabilities[static_cast<std::size_t>(i)];
    const QRectF track(bars.left() + i * each, bars.top(), each - 1, bars.height());
    painter.fillRect(track, blend(colours.text, colours.card, 0.07));
    QRectF bar = track;
    bar.setTop(track.bottom() - std::max(1.0, share * track.height()));
    painter.fillRect(
        bar, i == reading.digit ? colours.accent : blend(colours.accent, colours.card, 0.45));
  }
}

}  // namespace inkling::ui
