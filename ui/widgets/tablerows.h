// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTableView;

namespace inkling::ui {

/// Keeps the rows of a table as high as its letters and `room` pixels. The table owns it.
class TableRows final : public QObject {
  Q_OBJECT
public:
  TableRows(QTableView& table, int room);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void arrange();

  QTableView& m_table;
  int m_room;
};

}  // namespace inkling::ui
