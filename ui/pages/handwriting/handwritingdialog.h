// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/personalset.h"

#include <QDialog>

#include <functional>
#include <vector>

class QAction;
class QHBoxLayout;
class QLabel;
class QListView;
class QMenu;
class QToolButton;

namespace inkling::ui {

class HandwritingLearner;
class LabelButtons;
class PersonalDigits;
class PersonalModel;
class Prompter;
class Session;

/// The user's own digits: look at them, correct their labels, delete, export; and let a copy of the
/// network learn them.
class HandwritingDialog final : public QDialog {
  Q_OBJECT
public:
  HandwritingDialog(Session& session, Prompter& prompter, PersonalDigits& digits,
                    QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void build();
  void buildTools(QHBoxLayout& row);
  QAction* addAction(const char* name, void (HandwritingDialog::*slot)());
  std::vector<long> selected() const;
  void select(const std::vector<long>& ids);
  void relabel(int digit);
  void remove();
  void exportIdxSet();
  void exportStrokeFile();
  void save(const std::function<QString()>& write);
  void say(const QString& sentence);
  void update();
  void retranslate();

  Prompter& m_prompter;
  PersonalDigits& m_digits;
  PersonalModel* m_model;
  QListView* m_view;
  QLabel* m_summary;
  QLabel* m_labelText;
  LabelButtons* m_labels;
  QLabel* m_message;
  QToolButton* m_export;
  QAction* m_remove = nullptr;
  QAction* m_undo = nullptr;
  QAction* m_idx = nullptr;
  QAction* m_strokes = nullptr;
  HandwritingLearner* m_learner;
};

}  // namespace inkling::ui
