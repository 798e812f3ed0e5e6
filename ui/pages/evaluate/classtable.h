// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/confusion.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace inkling::ui {

/// One row a class: images, precision, recall, F1 and what it is most often taken for. To be sorted
/// by Qt::UserRole.
class ClassTable final : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Column { Name, Images, Precision, Recall, F1, TakenFor, kColumns };

  using QAbstractTableModel::QAbstractTableModel;

  void setConfusion(const Confusion& confusion, const QStringList& names);
  void retranslate();
  QByteArray csv() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  QVariant value(int label, Column column) const;
  int takenFor(int label) const;  ///< −1: never wrong
  QString name(int label) const { return m_names.value(label, QString::number(label)); }

  Confusion m_confusion;
  QStringList m_names;
};

}  // namespace inkling::ui
