// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/runstore.h"

#include <QAbstractTableModel>

#include <map>
#include <string>
#include <vector>

namespace inkling::ui {

/// The history of runs as a table, one a row. Names can be edited.
class RunTable final : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Column { Name, Recipe, Data, Seed, Epochs, Validation, Test, Date, kColumns };
  static constexpr int kSortRole = Qt::UserRole;  ///< plain values instead of texts

  explicit RunTable(QObject* parent = nullptr);

  void setRuns(std::vector<RunRecord> runs);
  const RunRecord& run(int row) const { return m_runs[static_cast<std::size_t>(row)]; }
  int rowOf(const std::string& id) const;  ///< −1: not there
  /// Those that are drawn, with the place of their colour.
  void setDrawn(std::map<std::string, int> drawn);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
  void renamed(const std::string& id, const std::string& name);

private:
  QString text(const RunRecord& run, int column) const;

  std::vector<RunRecord> m_runs;
  std::map<std::string, int> m_drawn;
};

/// What the run is called: by the user, else by its recipe.
QString nameOf(const RunRecord& run);
/// The test set at the end, else after the last epoch; count 0: not measured.
Score testOf(const RunRecord& run);

}  // namespace inkling::ui
