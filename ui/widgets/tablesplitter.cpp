// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tablesplitter.h"

#include <QHeaderView>
#include <QLayout>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace inkling::ui {

TableSplitter::TableSplitter(QWidget* left, QWidget* right, QTableView& table, int least)
    : QSplitter(Qt::Horizontal),
      m_table(table),
      m_least(least) {
  setChildrenCollapsible(false);
  addWidget(left);
  addWidget(right);
  connect(this, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
  // Queued: a column that is hidden right after says nothing.
  connect(table.horizontalHeader(), &QHeaderView::sectionResized, this, &TableSplitter::share,
          Qt::QueuedConnection);
}

void TableSplitter::share() {
  if (m_moved) return;
  const QMargins around = widget(1)->layout()->contentsMargins();
  // A vertical scroll bar may come with the rows.
  const int wanted = m_table.horizontalHeader()->length() + around.left() + around.right() +
                     m_table.verticalScrollBar()->sizeHint().width();
  const int all = width() - handleWidth();
  const int table = std::clamp(wanted, all / 4, std::max(all / 4, all - m_least));
  if (sizes().value(1) != table) setSizes({all - table, table});
}

void TableSplitter::resizeEvent(QResizeEvent* event) {
  QSplitter::resizeEvent(event);
  share();
}

}  // namespace inkling::ui
