// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/inkreading.h"

#include <QWidget>

#include <map>
#include <set>

class QAction;
class QLabel;
class QToolButton;

namespace inkling::ui {

class LabelButtons;
class PersonalDigits;

/// "That was a …": tells the label of the digit on the canvas, which is then kept as one of the
/// user's own; takes it back; opens the collection.
class CorrectionRow final : public QWidget {
  Q_OBJECT
public:
  explicit CorrectionRow(PersonalDigits& digits, QWidget* parent = nullptr);

  /// The digit a label would be for; null: the canvas is blank.
  void setDigit(const DigitReading* digit);
  /// Does the model read digits? Only they are kept.
  void setOffered(bool offered);
  /// Pixels from a data set are nobody's handwriting here.
  void disown(const Glyph& glyph) { m_foreign.insert(glyph); }
  void label(int digit);

signals:
  void collectionWanted();

protected:
  void changeEvent(QEvent* event) override;

private:
  long keptId() const;  ///< of the digit on the canvas; 0: not kept
  QString sentence() const;
  void update();
  void retranslate();

  PersonalDigits& m_digits;
  std::map<Glyph, long> m_kept;
  std::set<Glyph> m_foreign;
  DigitReading m_digit;
  bool m_blank = true;
  bool m_offered = true;
  QLabel* m_text;
  QAction* m_undo;
  QToolButton* m_collection;
  LabelButtons* m_labels;
};

}  // namespace inkling::ui
