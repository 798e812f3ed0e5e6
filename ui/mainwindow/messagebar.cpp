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
#include <QStyle>
#include <QToolButton>

namespace inkling::ui {

namespace {

constexpr int kNoteTime = 8000;  // ms

}  // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_close(new QToolButton(this)) {
  setObjectName(QStringLiteral("messageBar"));
  m_text->setObjectName(QStringLiteral("messageText"));
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_close->setObjectName(QStringLiteral("messageClose"));
  m_close->setAutoRaise(true);
  m_close->setIcon(icon(Icon::Cross));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 5, 6, 5);
  row->addWidget(m_icon);
  row->addWidget(m_text, 1);
  row->addWidget(m_close);
  m_timer.setSingleShot(true);
  m_timer.setInterval(kNoteTime);
  connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
  connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
  retranslate();
  hide();
}

void MessageBar::say(Kind kind, const QString& sentence) {
  m_kind = kind;
  const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
  m_icon->setPixmap(icon(kind == Kind::Error ? Icon::Warning : Icon::Info)
                        .pixmap(QSize(size, size), devicePixelRatioF()));
  m_text->setText(sentence);
  setAccessibleDescription(sentence);
  if (kind == Kind::Note)
    m_timer.start();
  else
    m_timer.stop();
  show();
  update();
  QAccessibleEvent event(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

QString MessageBar::text() const { return isHidden() ? QString() : m_text->text(); }

void MessageBar::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void MessageBar::paintEvent(QPaintEvent*) {
  const Colours colours = coloursOf(palette());
  const QColor& mark = m_kind == Kind::Error ? colours.wrong : colours.accent;
  QPainter painter(this);
  painter.fillRect(rect(), blend(mark, palette().color(QPalette::Window), 0.16));
  painter.fillRect(QRect(0, 0, 4, height()), mark);
}

void MessageBar::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    hide();
  else
    QFrame::keyPressEvent(event);
}

void MessageBar::retranslate() {
  setAccessibleName(tr("Message"));
  m_close->setToolTip(tr("Close this message"));
  m_close->setAccessibleName(tr("Close this message"));
}

}  // namespace inkling::ui
