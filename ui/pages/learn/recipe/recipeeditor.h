// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QTableWidgetItem;
class QToolButton;

namespace inkling::ui {

class LayerEditor;
class Prompter;

/// A recipe with all its fields: the layers in a list, everything else in a table, and what differs
/// from the recipe it came from.
class RecipeEditor final : public QDialog {
  Q_OBJECT
public:
  /// `preset` is what the changes are told against.
  RecipeEditor(Recipe recipe, Recipe preset, inkling::Shape input, int classes, Prompter& prompter,
               QWidget* parent = nullptr);

  /// With changes it asks first.
  void reject() override;

signals:
  void wanted(const inkling::Recipe& recipe);  ///< it can run

private:
  void build();
  void buildFields();
  QWidget* buildFiles();
  void makeNew();
  void duplicate();
  void openFile();
  void saveFile();
  void start(Recipe recipe, Recipe preset);
  bool changed() const;
  void fillFields();
  void enterField(QTableWidgetItem* item);
  void refresh();
  void say(const QString& sentence, bool wrong);
  void finish();
  Recipe result() const;

  Recipe m_recipe;
  Recipe m_preset;
  Recipe m_kept;  ///< as it came, or as it was saved last
  inkling::Shape m_input;
  int m_classes;
  Prompter& m_prompter;
  bool m_filling = false;
  QLineEdit* m_name;
  LayerEditor* m_layers;
  QTableWidget* m_fields;
  QLabel* m_summary;
  QLabel* m_changes;
  QLabel* m_message;
  QToolButton* m_save;
  QPushButton* m_use;
};

}  // namespace inkling::ui
