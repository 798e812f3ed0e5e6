// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/choosers.h"

#include "core/recipe/recipelibrary.h"
#include "ui/session/rememberedpaths.h"
#include "ui/session/sentences.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QFileInfo>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

constexpr int kPopupMargin = 24;  // frame and scroll bar

RememberedPaths folders() { return RememberedPaths(QStringLiteral("data/folders")); }

void setUp(QComboBox& box) {
  box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box.setMinimumContentsLength(8);
  box.setMaxVisibleItems(20);
}

}  // namespace

DataChooser::DataChooser(std::filesystem::path resources, QWidget* parent) : QComboBox(parent) {
  setUp(*this);
  for (const CatalogueEntry& entry : catalogue(resources))
    addItem(QString::fromStdString(entry.title), QString::fromStdString(entry.name));
  insertSeparator(count());
  addItem(tr("Open data file…"));
  addItem(tr("Open data folder…"));
  QStringList known = folders().paths();
  std::ranges::reverse(known);
  for (const QString& path : known)
    if (findData(path) < 0 && QFileInfo::exists(path)) insertPath(path);
  connect(this, &QComboBox::activated, this, &DataChooser::choose);
}

void DataChooser::setCurrent(const std::string& set) {
  const QSignalBlocker quiet(this);
  const QString name = QString::fromStdString(set);
  if (name != m_stranger) removeStranger();
  if (findData(name) < 0) {
    insertPath(name);
    m_stranger = name;
  }
  m_last = findData(name);
  setCurrentIndex(m_last);
}

void DataChooser::addLoaded(const std::string& set) {
  const QString name = QString::fromStdString(set);
  if (name != m_stranger && findData(name) >= 0) return;
  const QSignalBlocker quiet(this);
  if (name == m_stranger)
    m_stranger.clear();
  else
    insertPath(name);
  folders().add(name);
}

void DataChooser::insertPath(const QString& path) {
  insertItem(0, QFileInfo(path).fileName(), path);
  setItemData(0, path, Qt::ToolTipRole);
  m_last = currentIndex();
}

void DataChooser::removeStranger() {
  const int index = m_stranger.isEmpty() ? -1 : findData(m_stranger);
  if (index >= 0) removeItem(index);
  m_stranger.clear();
}

void DataChooser::changeEvent(QEvent* event) {
  QComboBox::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  setItemText(count() - 2, tr("Open data file…"));
  setItemText(count() - 1, tr("Open data folder…"));
}

void DataChooser::choose(int index) {
  if (index >= count() - 2) {
    const bool folder = index == count() - 1;
    setCurrentIndex(m_last);
    if (folder)
      emit folderWanted();
    else
      emit fileWanted();
  } else {
    m_last = index;
    emit chosen(itemData(index).toString().toStdString());
  }
}

RecipeChooser::RecipeChooser(const std::filesystem::path& resources, QWidget* parent)
    : QComboBox(parent) {
  setUp(*this);
  std::vector<std::string> problems;
  m_recipes = bundledRecipes(resources, problems);
  if (!problems.empty())  // when somebody listens
    QMetaObject::invokeMethod(
        this,
        [this, problems] {
          emit failed(tr("Recipes that cannot be read and are left out: %1. The first: %2")
                          .arg(problems.size())
                          .arg(QString::fromStdString(problems.front())));
        },
        Qt::QueuedConnection);
  fill();
  connect(this, &QComboBox::activated, this, &RecipeChooser::choose);
}

void RecipeChooser::setCurrent(const Recipe& recipe) {
  for (std::size_t i = 0; i < m_recipes.size(); ++i) {
    if (m_recipes[i].name != recipe.name) continue;
    m_last = static_cast<int>(i);
    setCurrentIndex(m_last);
    return;
  }
  m_recipes.push_back(recipe);
  m_last = static_cast<int>(m_recipes.size()) - 1;
  fill();
}

const Recipe* RecipeChooser::listed(const std::string& name) const {
  for (const Recipe& recipe : m_recipes)
    if (recipe.name == name) return &recipe;
  return nullptr;
}

void RecipeChooser::changeEvent(QEvent* event) {
  QComboBox::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) fill();
}

void RecipeChooser::fill() {
  const QSignalBlocker quiet(this);
  clear();
  for (const Recipe& recipe : m_recipes) {
    addItem(titleOf(recipe), QString::fromStdString(recipe.name));
    setItemData(count() - 1, inWindowLanguage(recipe.lesson), Qt::ToolTipRole);
  }
  insertSeparator(count());
  addItem(tr("Open recipe…"));
  setCurrentIndex(m_recipes.empty() ? -1 : m_last);
  view()->setMinimumWidth(view()->sizeHintForColumn(0) + kPopupMargin);
}

void RecipeChooser::choose(int index) {
  if (index == count() - 1) {
    setCurrentIndex(m_recipes.empty() ? -1 : m_last);
    emit fileWanted();
  } else if (index < static_cast<int>(m_recipes.size())) {
    m_last = index;
    emit chosen(m_recipes[static_cast<std::size_t>(index)]);
  }
}

}  // namespace inkling::ui
