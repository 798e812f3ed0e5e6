// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/catalogue.h"
#include "core/recipe/recipe.h"

#include <QComboBox>

#include <filesystem>
#include <vector>

namespace inkling::ui {

/// The data sets of this machine, files and folders opened by hand, "Open data file…" and "…
/// folder…".
class DataChooser final : public QComboBox {
  Q_OBJECT
public:
  explicit DataChooser(std::filesystem::path resources, QWidget* parent = nullptr);

  /// A path that is not listed yet is shown as long as it is the current one.
  void setCurrent(const std::string& set);
  /// It can be used: a path stays in the list from now on, also at the next start.
  void addLoaded(const std::string& set);

signals:
  void chosen(const std::string& set);
  void fileWanted();
  void folderWanted();

protected:
  void changeEvent(QEvent* event) override;

private:
  void choose(int index);
  void insertPath(const QString& path);
  void removeStranger();

  int m_last = 0;
  QString m_stranger;  ///< a path in the list that nobody has loaded yet
};

/// The bundled recipes in lesson order, files opened by hand, and "Open recipe…".
class RecipeChooser final : public QComboBox {
  Q_OBJECT
public:
  explicit RecipeChooser(const std::filesystem::path& resources, QWidget* parent = nullptr);

  /// Shows the recipe of that name; one that is not listed is added.
  void setCurrent(const Recipe& recipe);
  /// The recipe of that name as it came, if it is listed.
  const Recipe* listed(const std::string& name) const;

signals:
  void chosen(const inkling::Recipe& recipe);
  void fileWanted();
  void failed(const QString& sentence);  ///< a recipe that came with the program is unusable

protected:
  void changeEvent(QEvent* event) override;

private:
  void fill();
  void choose(int index);

  std::vector<Recipe> m_recipes;
  int m_last = 0;
};

}  // namespace inkling::ui
