// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMargins>
#include <QObject>
#include <QSize>
#include <QTimer>

#include <optional>

class QScreen;
class QWidget;

namespace inkling::ui {

/// Keeps a window or dialog, frame included, within what its screen offers. The window is looked at
/// when its frame is known (only the window manager knows it, after the window is shown), when a
/// screen or a panel changes, when it comes to another screen and when it is no longer maximised.
/// Wherever else its user moves it, it stays.
class ScreenFit final : public QObject {
  Q_OBJECT
public:
  /// For a window that is not shown yet, and owns this. It will be where it was when it was closed
  /// (`remembered`, of QWidget::saveGeometry()), else of that size, where the window manager likes.
  ScreenFit(QWidget& window, const QSize& size, const QByteArray& remembered = {});

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void place(const QSize& size, const QByteArray& remembered);
  void watch(const QScreen* screen);
  void watchHandle();
  void checkFrame();
  void fit();

  QWidget& m_window;
  std::optional<QMargins> m_frame;  // as last seen
  QTimer m_rest;                    // runs until the window has come to rest
};

}  // namespace inkling::ui
