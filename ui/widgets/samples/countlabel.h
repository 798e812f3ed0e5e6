// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace inkling::ui {

/// "88 of 5,000", or only "88" where there is no room for more. Never asks for more room than the
/// larger number alone, so that no window grows when it changes.
class CountLabel final : public QLabel {
  Q_OBJECT
public:
  explicit CountLabel(QWidget* parent = nullptr);

  void setCount(int shown, int all);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  QString whole() const;
  void fit();

  int m_shown = 0;
  int m_all = 0;
};

}  // namespace inkling::ui
