// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/data/datasurvey.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace inkling::ui {

/// One row a class, and one for all: how many images each part has, the mean image and where its
/// images differ.
class ClassesTable final : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Column { Name, Mean, Spread, Train, Validation, Test, kColumns };
  static constexpr int kPicture = 28;  ///< side of the pictures, in device-independent pixels

  using QAbstractTableModel::QAbstractTableModel;

  void setFigures(DataFiguresPtr figures, const QStringList& names);
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  bool isTotal(int row) const { return row == m_names.size(); }
  QString count(int row, std::size_t part) const;
  QVariant picture(int row, Column column) const;

  DataFiguresPtr m_figures;
  QStringList m_names;
};

}  // namespace inkling::ui
