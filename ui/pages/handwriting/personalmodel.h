// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

namespace inkling::ui {

class PersonalDigits;

/// The user's digits as pictures with their labels, the newest first.
class PersonalModel final : public QAbstractListModel {
  Q_OBJECT

public:
  static constexpr int kIdRole = Qt::UserRole;
  static constexpr int kSide = 56;  ///< of a picture, in pixels

  explicit PersonalModel(const PersonalDigits& digits, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

private:
  const PersonalDigits& m_digits;
};

}  // namespace inkling::ui
