// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/recipe/recipeeditor.h"

#include "core/base/error.h"
#include "core/io/atomicfile.h"
#include "core/model/trainedon.h"
#include "core/recipe/recipejson.h"
#include "ui/dialogs/prompter.h"
#include "ui/pages/learn/recipe/editorbutton.h"
#include "ui/pages/learn/recipe/fieldmeaning.h"
#include "ui/pages/learn/recipe/layereditor.h"
#include "ui/pages/learn/recipe/recipechanges.h"
#include "ui/session/sentences.h"
#include "ui/session/userfiles.h"
#include "ui/theme/colours.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/tablerows.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>

#include <utility>

namespace inkling::ui {

namespace {

constexpr int kMostChanges = 6;  // lines shown
constexpr int kValueWidth = 170;

enum FieldColumn { Path, Value, Meaning, kFieldColumns };

bool isLayerField(const QString& path) { return path.startsWith(QLatin1String("layers")); }

}  // namespace

RecipeEditor::RecipeEditor(Recipe recipe, Recipe preset, inkling::Shape input, int classes,
                           Prompter& prompter, QWidget* parent)
    : QDialog(parent),
      m_input(input),
      m_classes(classes),
      m_prompter(prompter) {
  setObjectName(QStringLiteral("recipeEditor"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Recipe"));
  new ScreenFit(*this, {900, 560});
  build();
  start(std::move(recipe), std::move(preset));
  m_kept = result();
}

void RecipeEditor::build() {
  m_layers = new LayerEditor(m_input, m_classes);
  buildFields();
  m_summary = new QLabel;
  m_summary->setObjectName(QStringLiteral("editedSummary"));
  m_changes = new QLabel;
  m_changes->setObjectName(QStringLiteral("editedChanges"));
  m_changes->setWordWrap(true);
  m_message = new QLabel;
  m_message->setObjectName(QStringLiteral("editorMessage"));
  m_message->setWordWrap(true);
  auto* tabs = new QTabWidget;
  tabs->setObjectName(QStringLiteral("recipeTabs"));
  tabs->addTab(m_layers, tr("Layers"));
  tabs->addTab(m_fields, tr("Everything else"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  m_use = buttons->addButton(tr("&Use this recipe"), QDialogButtonBox::AcceptRole);
  m_use->setObjectName(QStringLiteral("useRecipe"));
  auto* column = new QVBoxLayout(this);
  column->addWidget(buildFiles());
  column->addWidget(tabs, 1);
  for (QLabel* label : {m_summary, m_changes, m_message}) column->addWidget(label);
  column->addWidget(buttons);
  connect(m_layers, &LayerEditor::changed, this, &RecipeEditor::refresh);
  connect(m_fields, &QTableWidget::itemChanged, this, &RecipeEditor::enterField);
  connect(buttons, &QDialogButtonBox::accepted, this, &RecipeEditor::finish);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void RecipeEditor::buildFields() {
  m_fields = new QTableWidget(0, kFieldColumns);
  m_fields->setObjectName(QStringLiteral("recipeFields"));
  m_fields->setAccessibleName(tr("Fields of the recipe"));
  m_fields->setTabKeyNavigation(false);
  m_fields->setHorizontalHeaderLabels({tr("Field"), tr("Value"), tr("What it does")});
  QHeaderView* header = m_fields->horizontalHeader();
  header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  header->setHighlightSections(false);
  header->setStretchLastSection(true);
  header->setSectionResizeMode(Path, QHeaderView::ResizeToContents);
  header->resizeSection(Value, kValueWidth);
  m_fields->verticalHeader()->hide();
  new TableRows(*m_fields, 8);
}

QWidget* RecipeEditor::buildFiles() {
  m_name = new QLineEdit;
  m_name->setObjectName(QStringLiteral("recipeName"));
  m_name->setAccessibleName(tr("Name of the recipe"));
  m_name->setToolTip(tr("Its name in the list of recipes and the name of its file."));
  connect(m_name, &QLineEdit::textEdited, this, &RecipeEditor::refresh);
  m_save = editorButton(this, "recipeSave", tr("&Save…"),
                        tr("Writes this recipe as a file (.json)."), &RecipeEditor::saveFile);
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  auto* label = new QLabel(tr("Na&me"));
  label->setBuddy(m_name);
  row->addWidget(label);
  row->addWidget(m_name, 1);
  row->addWidget(editorButton(this, "recipeNew", tr("&New"),
                              tr("Starts afresh with a single dense layer."),
                              &RecipeEditor::makeNew));
  row->addWidget(editorButton(this, "recipeDuplicate", tr("&Duplicate"),
                              tr("Goes on with a copy under another name."),
                              &RecipeEditor::duplicate));
  row->addWidget(editorButton(this, "recipeOpen", tr("&Open…"),
                              tr("Opens a recipe from a file (.json)."), &RecipeEditor::openFile));
  row->addWidget(m_save);
  return bar;
}

void RecipeEditor::start(Recipe recipe, Recipe preset) {
  m_recipe = std::move(recipe);
  m_preset = std::move(preset);
  m_name->setText(QString::fromStdString(m_recipe.name));
  m_layers->setLayers(m_recipe.layers);
  fillFields();
  refresh();
}

void RecipeEditor::makeNew() {
  Recipe recipe;
  recipe.data = m_recipe.data;
  recipe.layers = {LayerSpec::dense(m_classes)};
  start(recipe, recipe);
}

void RecipeEditor::duplicate() {
  Recipe recipe = result();
  recipe.name += "-copy";
  start(std::move(recipe), m_preset);
}

void RecipeEditor::openFile() {
  m_prompter.chooseFile(Prompter::File::OpenRecipe, QDir::homePath(), [this](const QString& file) {
    if (file.isEmpty()) return;
    try {
      Recipe recipe = loadRecipe(file.toStdString());
      useData(recipe, m_recipe.data.set);
      start(recipe, recipe);
    } catch (const Error& error) {
      say(QString::fromUtf8(error.what()), true);
    }
  });
}

void RecipeEditor::saveFile() {
  const QString name = recipeFileName(m_name->text().trimmed());
  m_prompter.chooseFile(
      Prompter::File::SaveRecipe, QDir::home().filePath(name), [this](const QString& file) {
        if (file.isEmpty()) return;
        try {
          Recipe recipe = result();
          recipe.name = recipeNameOf(file).toStdString();
          writeFileAtomically(file.toStdString(), toJson(recipe));
          m_name->setText(QString::fromStdString(recipe.name));
          m_kept = result();
          say(tr("Saved the recipe as %1.").arg(QDir::toNativeSeparators(file)), false);
        } catch (const Error& error) {
          say(QString::fromUtf8(error.what()), true);
        }
      });
}

Recipe RecipeEditor::result() const {
  Recipe recipe = m_recipe;
  recipe.name = m_name->text().trimmed().toStdString();
  recipe.layers = m_layers->layers();
  const bool own = recipe.name != m_preset.name;
  const bool changed = !recipeChanges(m_preset, recipe).isEmpty();
  if (own) recipe.title.clear();  // it would be listed as the preset
  if (own && changed) recipe.lesson.clear();
  if (changed) recipe.published.clear();  // measured with the preset
  return recipe;
}

void RecipeEditor::fillFields() {
  m_filling = true;
  m_fields->setRowCount(0);
  for (const auto& [path, value] : fieldValues(m_recipe)) {
    const QString field = QString::fromStdString(path);
    if (isLayerField(field) || field == QLatin1String("name") ||
        field.startsWith(QLatin1String("changes")))
      continue;
    const int row = m_fields->rowCount();
    m_fields->insertRow(row);
    auto* name = new QTableWidgetItem(field);
    auto* meaning = new QTableWidgetItem(fieldMeaning(field));
    meaning->setToolTip(meaning->text());
    for (QTableWidgetItem* fixed : {name, meaning})
      fixed->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    m_fields->setItem(row, Path, name);
    m_fields->setItem(row, Value, new QTableWidgetItem(QString::fromStdString(value)));
    m_fields->setItem(row, Meaning, meaning);
  }
  m_filling = false;
}

void RecipeEditor::enterField(QTableWidgetItem* item) {
  if (m_filling || item->column() != Value) return;
  const std::string path = m_fields->item(item->row(), Path)->text().toStdString();
  QString problem;
  try {
    setField(m_recipe, path, item->text().trimmed().toStdString());
  } catch (const Error& error) {
    problem = QString::fromUtf8(error.what());
  }
  for (const auto& [field, value] : fieldValues(m_recipe)) {
    if (field != path) continue;
    m_filling = true;
    item->setText(QString::fromStdString(value));  // the one in force
    m_filling = false;
  }
  refresh();
  if (!problem.isEmpty()) say(tr("%1. Kept: %2.").arg(problem, item->text()), true);
}

void RecipeEditor::refresh() {
  const Recipe recipe = result();
  QString widths = QString::number(m_input.size());
  for (const LayerSpec& layer : recipe.layers)
    if (layer.units > 0) widths += QStringLiteral(" → %1").arg(layer.units);
  m_summary->setText(
      tr("%1 · %2 parameters")
          .arg(widths, m_layers->fits() ? QLocale().toString(qlonglong(m_layers->parameterCount()))
                                        : QStringLiteral("?")));
  const QStringList changes = recipeChanges(m_preset, recipe);
  QStringList shown = changes.mid(0, kMostChanges);
  if (changes.size() > kMostChanges) shown << tr("and %1 more").arg(changes.size() - kMostChanges);
  m_changes->setText(
      changes.isEmpty()
          ? tr("The same as “%1”.").arg(titleOf(m_preset))
          : tr("Changed from “%1”: %2").arg(titleOf(m_preset), shown.join(QStringLiteral("; "))));
  const auto problems = validate(recipe, m_input, m_classes);
  const bool good = m_layers->fits() && problems.empty() && !recipe.name.empty();
  m_use->setEnabled(good);
  m_save->setEnabled(good);
  if (good)
    say({}, false);
  else if (!m_layers->fits())
    say(tr("A layer does not fit: the reason stands beside it."), true);
  else if (recipe.name.empty())
    say(tr("Give the recipe a name."), true);
  else
    say(QString::fromStdString(describe(problems)), true);
}

void RecipeEditor::say(const QString& sentence, bool wrong) {
  QPalette colours = palette();
  if (wrong) colours.setColor(QPalette::WindowText, coloursOf(colours).wrong);
  m_message->setPalette(colours);
  m_message->setText(wrong ? QStringLiteral("✗ ") + sentence : sentence);
}

bool RecipeEditor::changed() const { return result() != m_kept; }

void RecipeEditor::reject() {
  if (!changed()) {
    QDialog::reject();
    return;
  }
  const QPointer<RecipeEditor> self(this);
  m_prompter.ask(Prompter::Question::DiscardRecipe, [self](Prompter::Answer answer) {
    if (self && answer == Prompter::Answer::Go) self->QDialog::reject();
  });
}

void RecipeEditor::finish() {
  emit wanted(result());
  accept();
}

}  // namespace inkling::ui
