// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>

namespace inkling::ui {

class TileDelegate;

/// A list view as a grid of equal tiles; tens of thousands scroll smoothly.
class TileView final : public QListView {
  Q_OBJECT

public:
  explicit TileView(QWidget* parent = nullptr);

  /// Shown in the middle instead of tiles; empty: none.
  void setHint(const QString& text);

signals:
  void returnPressed(const QModelIndex& index);

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void refresh();
  void spread();

  TileDelegate* m_delegate;
  QString m_hint;
};

}  // namespace inkling::ui
