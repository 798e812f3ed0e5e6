// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QToolButton;

namespace inkling::ui {

/// Buttons of which one is chosen, in as many rows as the width needs: tabs that never hide behind
/// arrows.
class ChoiceTabs final : public QWidget {
  Q_OBJECT
public:
  explicit ChoiceTabs(QWidget* parent = nullptr);

  /// Keeps the current one if there are still so many.
  void setTitles(const QStringList& titles);
  int count() const { return static_cast<int>(m_buttons.size()); }
  int currentIndex() const;
  /// Without a signal.
  void setCurrentIndex(int index);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

signals:
  void currentChanged(int index);

protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void add();
  /// Lays the buttons out for the present width and takes the height of their rows.
  void arrange();

  QList<QToolButton*> m_buttons;
};

}  // namespace inkling::ui
