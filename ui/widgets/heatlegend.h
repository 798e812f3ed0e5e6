// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace inkling::ui {

/// The one legend of everything signed: orange for negative, grey for zero, blue for positive.
class HeatLegend final : public QWidget {
  Q_OBJECT
public:
  explicit HeatLegend(QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void retranslate();

  QString m_negative;
  QString m_positive;
};

}  // namespace inkling::ui
