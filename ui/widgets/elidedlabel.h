// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace inkling::ui {

/// One line of plain text that never asks for its whole width: where there is less room it ends
/// with …, and the pointer shows all of it.
class ElidedLabel final : public QLabel {
  Q_OBJECT
public:
  using QLabel::QLabel;

  QSize minimumSizeHint() const override;

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  bool fits() const;
};

}  // namespace inkling::ui
