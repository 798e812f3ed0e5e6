// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QToolButton;

namespace inkling::ui {

/// Ten buttons in a row, one for each digit.
class LabelButtons final : public QWidget {
  Q_OBJECT

public:
  /// The buttons are named `prefix`0 … `prefix`9.
  explicit LabelButtons(const QString& prefix, QWidget* parent = nullptr);

  void setMarked(int digit);  ///< shown pressed; −1: none
  int marked() const { return m_marked; }
  void setTips(const QString& tip);  ///< %1 stands for the digit

signals:
  void digitClicked(int digit);

private:
  std::array<QToolButton*, 10> m_buttons{};
  int m_marked = -1;
};

}  // namespace inkling::ui
