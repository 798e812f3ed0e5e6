// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/choicetabs.h"

#include <QEvent>
#include <QToolButton>

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr int kTabGap = 4;  // pixels

}  // namespace

ChoiceTabs::ChoiceTabs(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChoiceTabs::add() {
  auto* button = new QToolButton(this);
  button->setCheckable(true);
  button->setAutoExclusive(true);
  button->setFocusPolicy(Qt::StrongFocus);
  button->setChecked(m_buttons.isEmpty());
  button->show();
  const int index = count();
  connect(button, &QToolButton::toggled, this, [this, index](bool on) {
    if (on) emit currentChanged(index);
  });
  m_buttons << button;
}

void ChoiceTabs::setTitles(const QStringList& titles) {
  if (currentIndex() >= titles.size()) setCurrentIndex(0);
  while (count() > titles.size()) delete m_buttons.takeLast();
  while (count() < titles.size()) add();
  for (int i = 0; i < count(); ++i) m_buttons[i]->setText(titles[i]);
  updateGeometry();
  arrange();
}

int ChoiceTabs::currentIndex() const {
  const auto on = std::ranges::find_if(m_buttons, &QToolButton::isChecked);
  return on == m_buttons.end() ? -1 : static_cast<int>(on - m_buttons.begin());
}

void ChoiceTabs::setCurrentIndex(int index) {
  if (index < 0 || index >= count()) return;
  const QSignalBlocker quiet(this);
  m_buttons[index]->setChecked(true);
}

void ChoiceTabs::arrange() {
  int x = 0;
  int y = 0;
  int row = 0;
  for (QToolButton* button : m_buttons) {
    const QSize size = button->sizeHint();
    if (x > 0 && x + size.width() > width()) {
      x = 0;
      y += row + kTabGap;
      row = 0;
    }
    button->setGeometry(x, y, std::min(size.width(), std::max(1, width())), size.height());
    x += size.width() + kTabGap;
    row = std::max(row, size.height());
  }
  // Splitters and nested layouts do not ask for a height for a width.
  setFixedHeight(y + row);
}

QSize ChoiceTabs::sizeHint() const {
  int width = 0;
  for (const QToolButton* button : m_buttons) width += button->sizeHint().width() + kTabGap;
  return {width, height()};
}

QSize ChoiceTabs::minimumSizeHint() const {
  int width = 0;
  for (const QToolButton* button : m_buttons) width = std::max(width, button->sizeHint().width());
  return {width, 0};
}

void ChoiceTabs::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

bool ChoiceTabs::event(QEvent* event) {
  const bool taken = QWidget::event(event);
  // Other letters have reached the buttons by then.
  if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange) {
    updateGeometry();
    arrange();
  }
  return taken;
}

}  // namespace inkling::ui
