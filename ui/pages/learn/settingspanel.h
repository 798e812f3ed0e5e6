// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/learn/numberbox.h"
#include "ui/pages/learn/recipefields.h"
#include "ui/session/training.h"

#include <QWidget>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace inkling::ui {

class DataChooser;
class FieldGrid;
class NetworkView;
class RecipeChooser;
class Session;
class WayBox;

/// The controls of a run, in two groups: what takes effect at once, and what waits for the next
/// fresh start. A value that cannot be is refused right beside its field and the recipe stays as it
/// was.
class SettingsPanel final : public QWidget {
  Q_OBJECT
public:
  explicit SettingsPanel(Session& session, QWidget* parent = nullptr);

signals:
  void dataFileWanted();
  void folderWanted();
  void recipeFileWanted();
  void editWanted(const inkling::Recipe& preset);
  void failed(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;

private:
  using Edit = std::function<std::optional<Recipe>(Recipe)>;

  void buildTop(QVBoxLayout* column);
  void buildGroups(QVBoxLayout* column);
  void buildDivision();
  void showDivision();
  void nameDivision();
  NumberBox* addNumber(FieldGrid* grid, RecipeField field, const char* name, NumberBox::Steps steps,
                       double least, double most, std::function<void(Recipe&, double)> set);
  /// The recipe in the controls as it came from the list.
  Recipe preset() const;
  void fillChoices();
  void refresh();
  void refreshInUse();
  void refreshPending();
  void retranslate();
  void retranslateFields();
  void enterNumber(RecipeField field, const NumberBox* box,
                   const std::function<void(Recipe&, double)>& set);
  void enterHidden();
  /// Takes the recipe over if it can run; else says why not beside the field.
  void propose(RecipeField field, Recipe candidate);
  /// Can it run? Else the reason stands beside the field.
  bool allows(RecipeField field, const Recipe& candidate);
  void refuse(RecipeField field, const QString& reason);

  Session& m_session;
  std::string m_shownRecipe;
  std::optional<Knobs> m_shownKnobs;
  DataChooser* m_data;
  RecipeChooser* m_recipe;
  NetworkView* m_network;
  FieldGrid* m_top;
  FieldGrid* m_now;
  FieldGrid* m_later;
  QLabel* m_nowTitle;
  QLabel* m_laterTitle;
  QLabel* m_pending;
  NumberBox* m_rate = nullptr;
  NumberBox* m_epochs = nullptr;
  NumberBox* m_batch = nullptr;
  NumberBox* m_dropout = nullptr;
  NumberBox* m_decay = nullptr;
  NumberBox* m_seed = nullptr;
  QLineEdit* m_hidden = nullptr;
  QComboBox* m_optimizer = nullptr;
  QComboBox* m_schedule = nullptr;
  QCheckBox* m_augment = nullptr;
  WayBox* m_limit = nullptr;
  WayBox* m_validation = nullptr;
  QComboBox* m_balance = nullptr;
};

}  // namespace inkling::ui
