// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/rail.h"

#include "ui/pages/page.h"

#include <QButtonGroup>
#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr int kLeastWidth = 60;
constexpr int kMargin = 3;

}  // namespace

Rail::Rail(QWidget* parent)
    : QWidget(parent),
      m_column(new QVBoxLayout(this)),
      m_group(new QButtonGroup(this)) {
  setObjectName(QStringLiteral("rail"));
  m_column->setContentsMargins(kMargin, 8, kMargin, 8);
  m_column->setSpacing(4);
  m_column->addStretch();
  connect(m_group, &QButtonGroup::idClicked, this, &Rail::chosen);
}

void Rail::add(Page* page) {
  auto* button = new QToolButton(this);
  button->setObjectName(page->objectName() + QStringLiteral("Button"));
  button->setCheckable(true);
  button->setAutoRaise(true);
  button->setIcon(icon(page->pageIcon()));
  button->setIconSize({22, 22});
  button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  button->setFocusPolicy(Qt::TabFocus);
  m_group->addButton(button, static_cast<int>(m_pages.size()));
  m_column->insertWidget(static_cast<int>(m_pages.size()), button);
  m_pages.push_back(page);
  retranslate();
}

void Rail::setCurrent(int index) {
  if (auto* button = m_group->button(index)) button->setChecked(true);
}

void Rail::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange) widen();
}

void Rail::retranslate() {
  for (std::size_t i = 0; i < m_pages.size(); ++i) {
    auto* button = m_group->button(static_cast<int>(i));
    button->setText(m_pages[i]->title());
    button->setAccessibleName(m_pages[i]->title());
    button->setToolTip(tr("%1 (Ctrl+%2)").arg(m_pages[i]->purpose()).arg(i + 1));
  }
  widen();
}

/// As wide as the longest title, with less room around it than a tool button asks for.
void Rail::widen() {
  int width = kLeastWidth;
  for (const Page* page : m_pages)
    width = std::max(width, fontMetrics().horizontalAdvance(page->title()) + 4 * kMargin);
  setFixedWidth(width);
}

}  // namespace inkling::ui
