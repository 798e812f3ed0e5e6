// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tablerows.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace inkling::ui {

TableRows::TableRows(QTableView& table, int room) : QObject(&table), m_table(table), m_room(room) {
  table.installEventFilter(this);
  arrange();
}

bool TableRows::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FontChange) arrange();
  return QObject::eventFilter(watched, event);
}

void TableRows::arrange() {
  m_table.verticalHeader()->setDefaultSectionSize(m_table.fontMetrics().height() + m_room);
}

}  // namespace inkling::ui
