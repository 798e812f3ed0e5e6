// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/sweep/sweepdraft.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace inkling::ui {

/// One setting that a sweep varies, and the values to try; what is wrong with them stands below.
class AxisRow final : public QWidget {
  Q_OBJECT
public:
  /// `number` makes the object names: sweepField0, sweepValues0, …
  AxisRow(const std::vector<SweepField>& fields, int field, int number, QWidget* parent = nullptr);

  SweepDraft::Axis axis() const;
  void setProblem(const QString& problem);
  void setRandom(bool random);  ///< a range may stand in the field too
  void setRemovable(bool removable);

signals:
  void changed();
  void removed();

private:
  void suggest();

  std::vector<SweepField> m_fields;
  QComboBox* m_field;
  QLineEdit* m_values;
  QToolButton* m_remove;
  QLabel* m_problem;
};

}  // namespace inkling::ui
