// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/labelbuttons.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace inkling::ui {

LabelButtons::LabelButtons(const QString& prefix, QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(1);
  for (int digit = 0; digit < 10; ++digit) {
    auto* button = new QToolButton(this);
    button->setObjectName(prefix + QString::number(digit));
    button->setText(QString::number(digit));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumWidth(16);
    row->addWidget(button);
    m_buttons[static_cast<std::size_t>(digit)] = button;
    connect(button, &QToolButton::clicked, this, [this, digit] {
      setMarked(m_marked);  // what is kept decides, not the click
      emit digitClicked(digit);
    });
  }
}

void LabelButtons::setMarked(int digit) {
  m_marked = digit;
  for (int i = 0; i < 10; ++i) m_buttons[static_cast<std::size_t>(i)]->setChecked(i == digit);
}

void LabelButtons::setTips(const QString& tip) {
  for (int i = 0; i < 10; ++i) {
    QToolButton* button = m_buttons[static_cast<std::size_t>(i)];
    button->setToolTip(tip.arg(i));
    button->setAccessibleName(tip.arg(i));
  }
}

}  // namespace inkling::ui
