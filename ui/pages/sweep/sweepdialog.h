// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/sweep/sweepdraft.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace inkling::ui {

class AxisRow;
class WayBox;

/// Puts a sweep of a recipe together: which settings, which values, grid or random search, seeds,
/// early stopping. Says at once how many trials that makes, or what is wrong.
class SweepDialog final : public QDialog {
  Q_OBJECT
public:
  /// `used` is how many training images the recipe uses, 0 if that is not known; `taken` are the
  /// names of the sweeps that there are.
  SweepDialog(Recipe base, std::filesystem::path resources, const DataReading& reading, int used,
              QStringList taken, QWidget* parent = nullptr);

signals:
  void made(const inkling::SweepSpec& spec);

private:
  void build();
  QWidget* buildSearch();
  QWidget* buildOptions();
  void addAxis(int field);
  void removeAxis(AxisRow* row);
  SweepDraft draft() const;
  void check();
  void finish();
  QString freeName() const;
  int unused() const;  ///< the first field that is not varied yet
  static QString resultText(const DraftOutcome& outcome);

  Recipe m_base;
  std::filesystem::path m_resources;
  DataReading m_reading;
  int m_used;
  QStringList m_taken;
  std::vector<SweepField> m_fields;
  std::vector<AxisRow*> m_rows;
  int m_made = 0;  ///< rows so far, for their names
  QLineEdit* m_name;
  QVBoxLayout* m_axes;
  QToolButton* m_add;
  QRadioButton* m_grid;
  QRadioButton* m_random;
  QSpinBox* m_draws;
  QLineEdit* m_seeds;
  WayBox* m_validation;
  QCheckBox* m_stopsEarly;
  QSpinBox* m_patience;
  QLabel* m_result;
  QPushButton* m_make;
};

}  // namespace inkling::ui
