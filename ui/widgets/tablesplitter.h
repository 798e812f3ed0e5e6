// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QTableView;

namespace inkling::ui {

/// Something beside a table: the table's half is as wide as its columns, as long as the other one
/// keeps `least` pixels, and until the user moves the border.
class TableSplitter final : public QSplitter {
  Q_OBJECT

public:
  /// `right` holds `table`.
  TableSplitter(QWidget* left, QWidget* right, QTableView& table, int least);

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void share();

  QTableView& m_table;
  int m_least;
  bool m_moved = false;
};

}  // namespace inkling::ui
