// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace inkling::ui {

/// A widget that fills its place and scrolls only where the place is smaller than the widget can
/// be, lines of wrapped text counted. It asks for the smallest size of the widget; whoever sets a
/// smaller one by setMinimumSize() has it scroll.
class ScrollPane final : public QScrollArea {
  Q_OBJECT
public:
  explicit ScrollPane(QWidget* contents);

  QSize minimumSizeHint() const override;

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  QSize least(int width) const;
  void arrange();
};

}  // namespace inkling::ui
