// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/screenfit.h"

#include "ui/widgets/fitted.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QStyle>
#include <QWidget>
#include <QWindow>
#include <QWindowStateChangeEvent>

#include <utility>

namespace inkling::ui {

namespace {

constexpr int kRest = 100;  // ms without a move
constexpr auto kAsScreen = Qt::WindowMaximized | Qt::WindowFullScreen;

QList<QRect> rooms() {
  QList<QRect> found;
  for (const QScreen* screen : QGuiApplication::screens()) found << screen->availableGeometry();
  return found;
}

}  // namespace

ScreenFit::ScreenFit(QWidget& window, const QSize& size, const QByteArray& remembered)
    : QObject(&window),
      m_window(window),
      m_rest(this) {
  m_rest.setObjectName(QStringLiteral("screenFitRest"));
  m_rest.setSingleShot(true);
  m_rest.setInterval(kRest);
  const auto start = [this] { m_rest.start(); };
  connect(&m_rest, &QTimer::timeout, this, &ScreenFit::fit);
  for (const QScreen* screen : QGuiApplication::screens()) watch(screen);
  connect(qApp, &QGuiApplication::screenAdded, this, &ScreenFit::watch);
  connect(qApp, &QGuiApplication::screenRemoved, this, start);
  window.installEventFilter(this);
  place(size, remembered);
}

void ScreenFit::watch(const QScreen* screen) {
  connect(screen, &QScreen::availableGeometryChanged, this, [this] { m_rest.start(); });
}

void ScreenFit::place(const QSize& size, const QByteArray& remembered) {
  // A guess, which spares most windows a second size before their users' eyes.
  const QMargins frame(0, m_window.style()->pixelMetric(QStyle::PM_TitleBarHeight), 0, 0);
  m_window.resize(size);
  m_window.restoreGeometry(remembered);
  const QRect room = m_window.screen()->availableGeometry();
  if (!m_window.isMaximized() && !m_window.isFullScreen())
    m_window.resize(fitted(m_window.geometry(), frame, room).size());
}

bool ScreenFit::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::Show:
      if (watched == &m_window && !event->spontaneous()) watchHandle();
      break;
    case QEvent::WindowStateChange:
      if (static_cast<QWindowStateChangeEvent*>(event)->oldState() & kAsScreen) m_rest.start();
      break;
    case QEvent::Expose:
    case QEvent::Move:
    case QEvent::Resize:
      if (m_rest.isActive()) m_rest.start();
      checkFrame();
      break;
    default:
      break;
  }
  return QObject::eventFilter(watched, event);
}

void ScreenFit::watchHandle() {
  m_frame.reset();
  QWindow* handle = m_window.windowHandle();
  handle->installEventFilter(this);
  connect(handle, &QWindow::screenChanged, &m_rest, qOverload<>(&QTimer::start),
          Qt::UniqueConnection);
}

void ScreenFit::checkFrame() {
  const QWindow* handle = m_window.windowHandle();
  if (!handle || !handle->isExposed() || m_frame == handle->frameMargins()) return;
  const bool first = !std::exchange(m_frame, handle->frameMargins());
  if (first)
    QMetaObject::invokeMethod(this, &ScreenFit::fit, Qt::QueuedConnection);
  else
    m_rest.start();
}

void ScreenFit::fit() {
  const bool asScreen = m_window.windowState() & (kAsScreen | Qt::WindowMinimized);
  if (!m_window.isVisible() || asScreen || !m_frame) return;
  const QRect contents = m_window.geometry();
  if (inSight(contents.marginsAdded(*m_frame), rooms())) return;
  m_window.setGeometry(fitted(contents, *m_frame, m_window.screen()->availableGeometry()));
}

}  // namespace inkling::ui
