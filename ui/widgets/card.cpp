// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/card.h"

#include "ui/theme/colours.h"
#include "ui/theme/stylepaint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace inkling::ui {
namespace {

constexpr double kCorner = 8;

}  // namespace

void setCardMargins(QLayout& layout) { layout.setContentsMargins(10, 8, 10, 10); }

void paintCard(QWidget& widget) {
  QPainter painter(&widget);
  const Colours colours = coloursOf(widget.palette());
  stylepaint::panel(&painter, widget.rect(), colours.card, colours.frame, kCorner);
}

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent),
      m_title(new QLabel(this)),
      m_header(new QHBoxLayout),
      m_body(new QVBoxLayout) {
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  m_title->setFont(bold);
  m_header->setSpacing(6);
  m_header->addWidget(m_title);
  m_body->setSpacing(6);
  auto* all = new QVBoxLayout(this);
  setCardMargins(*all);
  all->setSpacing(6);
  all->addLayout(m_header);
  all->addLayout(m_body, 1);
  setTitle(title);
}

void Card::setTitle(const QString& title) {
  m_title->setText(title);
  m_title->setVisible(!title.isEmpty());
  setAccessibleName(title);
}

void Card::paintEvent(QPaintEvent*) { paintCard(*this); }

}  // namespace inkling::ui
