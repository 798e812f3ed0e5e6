// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/inkreading.h"

#include <QWidget>

#include <vector>

namespace inkling::ui {

struct Colours;

/// Drawings that were pinned, each with its ten probabilities, which go on changing with the model.
/// A click brings one back to the canvas, the right button takes it off.
class PinStrip final : public QWidget {
  Q_OBJECT

public:
  static constexpr int kMost = 5;

  explicit PinStrip(QWidget* parent = nullptr);

  void pin(const DigitReading& digit);  ///< the oldest makes room
  void setReading(int pin, const Reading& reading);
  const std::vector<DigitReading>& pins() const { return m_pins; }
  QRect place(int pin) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

signals:
  void pinClicked(int pin);

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  int pinAt(QPoint position) const;
  void remove(int pin);
  void describe();
  void paintPin(QPainter& painter, const Colours& colours, int pin) const;

  std::vector<DigitReading> m_pins;
  int m_current = 0;  ///< for the keyboard
};

}  // namespace inkling::ui
