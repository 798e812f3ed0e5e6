// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/reading.h"

#include <QWidget>

#include <vector>

class QPainter;

namespace inkling::ui {

struct DigitBarLayout;
struct Colours;

/// The bars of several digits side by side, each under what is read in it and how surely. One of
/// them is chosen, by a click or the arrow keys.
class DigitBars final : public QWidget {
  Q_OBJECT

public:
  explicit DigitBars(QWidget* parent = nullptr);

  void setReadings(std::vector<Reading> readings, int chosen);
  const std::vector<Reading>& readings() const { return m_readings; }
  int chosen() const { return m_chosen; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

signals:
  void digitChosen(int digit);

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  DigitBarLayout layoutNow() const;
  void choose(int digit);
  void describe();
  QString toolTipOf(int digit) const;
  void paintHead(QPainter& painter, const Colours& colours, const DigitBarLayout& layout,
                 int digit) const;
  void paintBars(QPainter& painter, const Colours& colours, const DigitBarLayout& layout,
                 int digit) const;

  std::vector<Reading> m_readings;
  int m_chosen = 0;
};

}  // namespace inkling::ui
