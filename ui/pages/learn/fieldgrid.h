// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/learn/recipefields.h"

#include <QGridLayout>
#include <QWidget>

#include <map>

class QLabel;

namespace inkling::ui {

/// Labelled controls under each other; what is wrong with a value stands right below it.
class FieldGrid final : public QWidget {
  Q_OBJECT
public:
  explicit FieldGrid(QWidget* parent = nullptr);

  void add(RecipeField field, const QString& name, QWidget* editor);
  void setTexts(RecipeField field, const QString& label, const QString& toolTip);
  void setProblem(RecipeField field, const QString& problem);  ///< empty: all is well
  void clearProblems();
  bool hasProblem(RecipeField field) const;
  bool has(RecipeField field) const { return m_rows.count(field) > 0; }

private:
  struct Row {
    QLabel* label = nullptr;
    QWidget* editor = nullptr;
    QLabel* problem = nullptr;
    QString toolTip;
  };

  QGridLayout* m_grid;
  std::map<RecipeField, Row> m_rows;
};

}  // namespace inkling::ui
