// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/messagebar.h"

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

constexpr int kNoteTime = 8000;  // ms
constexpr int kClose = 19;       // pixels
constexpr int kAround = 5;       // a line of text

}  // namespace

MessageBar::MessageBar(QWidget& statusBar)
    : QFrame(statusBar.parentWidget()),
      m_statusBar(statusBar),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_close(new QToolButton(this)),
      m_offer(new QPushButton(this)) {
  setObjectName(QStringLiteral("messageBar"));
  m_text->setObjectName(QStringLiteral("messageText"));
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_close->setObjectName(QStringLiteral("messageClose"));
  m_close->setAutoRaise(true);
  m_close->setIcon(icon(Icon::Cross));
  m_close->setFixedSize(kClose, kClose);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 1, 6, 0);
  row->addWidget(m_icon);
  row->addWidget(m_text, 1);
  m_offer->setObjectName(QStringLiteral("messageOffer"));
  m_offer->setAutoDefault(false);
  m_offer->hide();
  row->addWidget(m_offer);
  row->addWidget(m_close);
  m_timer.setSingleShot(true);
  m_timer.setInterval(kNoteTime);
  connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
  connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
  connect(m_offer, &QPushButton::clicked, this, [this] {
    hide();
    if (const auto act = std::exchange(m_act, {})) act();
  });
  statusBar.installEventFilter(this);
  parentWidget()->installEventFilter(this);
  retranslate();
  makeRoom();
  hide();
}

/// A sentence of one line covers nothing else, and the bar's own is not cut.
void MessageBar::makeRoom() {
  m_statusBar.setMinimumHeight(std::max(sizeHint().height(), fontMetrics().height() + kAround));
}

void MessageBar::say(Kind kind, const QString& sentence, const Offer& offer) {
  m_kind = kind;
  m_act = offer.act;
  m_offer->setText(offer.words);
  m_offer->setVisible(!offer.words.isEmpty());
  showIcon();
  m_text->setText(sentence);
  setAccessibleDescription(sentence);
  if (kind == Kind::Note && offer.words.isEmpty())
    m_timer.start();
  else
    m_timer.stop();
  place();
  show();
  raise();
  update();
  QAccessibleEvent event(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

void MessageBar::showIcon() {
  const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
  m_icon->setPixmap(icon(m_kind == Kind::Error ? Icon::Warning : Icon::Info)
                        .pixmap(QSize(size, size), devicePixelRatioF()));
}

void MessageBar::settle() { end(Kind::Error); }

void MessageBar::withdraw() {
  if (m_act) hide();
}

void MessageBar::end(Kind kind) {
  if (m_kind == kind) hide();
}

QString MessageBar::text() const { return isHidden() ? QString() : m_text->text(); }

void MessageBar::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange) makeRoom();
  if (event->type() == QEvent::PaletteChange) showIcon();
}

void MessageBar::paintEvent(QPaintEvent*) {
  const Colours colours = coloursOf(palette());
  const QColor& mark = m_kind == Kind::Error ? colours.wrong : colours.accent;
  QPainter painter(this);
  painter.fillRect(rect(), blend(mark, palette().color(QPalette::Window), 0.16));
  painter.fillRect(QRect(0, 0, width(), 1), blend(mark, palette().color(QPalette::Window), 0.5));
  painter.fillRect(QRect(0, 0, 4, height()), mark);
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event) {
  const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
  if (watched == &m_statusBar && moved) place();
  // Only keys that nobody else in the window has taken come to it.
  if (watched == parentWidget() && event->type() == QEvent::KeyPress && isVisible() &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    hide();
    return true;
  }
  return QFrame::eventFilter(watched, event);
}

/// As wide as the status bar and, for a long sentence, higher: it grows upwards.
void MessageBar::place() {
  const QRect below = m_statusBar.geometry();
  const int height = std::max(below.height(), heightForWidth(below.width()));
  setGeometry(below.left(), below.bottom() + 1 - height, below.width(), height);
}

void MessageBar::retranslate() {
  setAccessibleName(tr("Message"));
  m_close->setToolTip(tr("Close this message"));
  m_close->setAccessibleName(tr("Close this message"));
}

}  // namespace inkling::ui
