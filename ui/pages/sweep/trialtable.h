// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweeptable.h"

#include <QAbstractTableModel>

namespace inkling::ui {

/// The trials of a sweep: its axes, then the seed and what was measured.
class TrialTable final : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Figure { Seed, Epochs, Validation, Test, Published, Seconds, kFigures };  ///< after the axes
  static constexpr int kSortRole = Qt::UserRole;

  explicit TrialTable(QObject* parent = nullptr);

  void setTable(SweepTable table);
  const SweepTable& table() const { return m_table; }
  int columnOf(Figure figure) const { return axes() + figure; }
  bool tells(Figure figure) const;  ///< differs between trials, or is measured

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  int axes() const { return static_cast<int>(m_table.axes.size()); }

  SweepTable m_table;
};

}  // namespace inkling::ui
