// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/settingspanel.h"

#include "core/model/trainedon.h"
#include "ui/pages/learn/choosers.h"
#include "ui/pages/learn/fieldgrid.h"
#include "ui/pages/learn/networkview.h"
#include "ui/session/session.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace inkling::ui {

namespace {

constexpr double kLargestSeed = 9'007'199'254'740'992;  // 2⁵³: exact as a double

QLabel* heading(const char* name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(QLatin1String(name));
  QFont font = label->font();
  font.setBold(true);
  label->setFont(font);
  label->setContentsMargins(0, 6, 0, 0);
  return label;
}

QString join(const std::vector<int>& numbers) {
  QStringList texts;
  for (const int n : numbers) texts << QString::number(n);
  return texts.join(QStringLiteral(", "));
}

/// "128, 64" as numbers; none if there is anything else in it.
std::optional<std::vector<int>> parse(const QString& text) {
  static const QRegularExpression separators(QStringLiteral("[\\s,;，；、]+"));
  std::vector<int> numbers;
  for (const QString& part : text.split(separators, Qt::SkipEmptyParts)) {
    bool ok = false;
    numbers.push_back(part.toInt(&ok));
    if (!ok) return std::nullopt;
  }
  return numbers;
}

Shape inputOf(const Session& session) {
  if (!session.data()) return {28, 28, 1};
  return session.data()->train->shape();
}

}  // namespace

SettingsPanel::SettingsPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_data(new DataChooser(session.resources(), this)),
      m_recipe(new RecipeChooser(session.resources(), this)),
      m_network(new NetworkView(this)),
      m_top(new FieldGrid(this)),
      m_now(new FieldGrid(this)),
      m_later(new FieldGrid(this)),
      m_nowTitle(heading("nowTitle", this)),
      m_laterTitle(heading("laterTitle", this)),
      m_pending(new QLabel(this)) {
  setObjectName(QStringLiteral("settingsPanel"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(4);
  buildTop(column);
  buildGroups(column);
  column->addStretch();
  retranslate();
  connect(&session, &Session::recipeChanged, this, &SettingsPanel::refresh);
  connect(&session, &Session::dataChanged, this, &SettingsPanel::refresh);
  connect(&session.training(), &Training::stateChanged, this, &SettingsPanel::refreshInUse);
  connect(&session, &Session::splitChanged, this,
          [this] { m_data->addLoaded(m_session.loaded()->set()); });
}

void SettingsPanel::buildTop(QVBoxLayout* column) {
  m_top->add(RecipeField::Data, QStringLiteral("dataChooser"), m_data);
  m_top->add(RecipeField::Recipe, QStringLiteral("recipeChooser"), m_recipe);
  column->addWidget(m_top);
  column->addWidget(m_network);
  connect(m_network, &NetworkView::editWanted, this, [this] { emit editWanted(preset()); });
  connect(m_network, &NetworkView::resetWanted, this, [this] {
    Recipe recipe = preset();
    useData(recipe, m_session.recipe().data.set);
    m_session.setRecipe(recipe);
  });
  connect(m_data, &DataChooser::folderWanted, this, &SettingsPanel::folderWanted);
  connect(m_data, &DataChooser::fileWanted, this, &SettingsPanel::dataFileWanted);
  connect(m_recipe, &RecipeChooser::fileWanted, this, &SettingsPanel::recipeFileWanted);
  connect(m_recipe, &RecipeChooser::failed, this, &SettingsPanel::failed);
  connect(m_data, &DataChooser::chosen, this, [this](const std::string& set) {
    Recipe recipe = m_session.recipe();
    useData(recipe, set);
    m_session.setRecipe(recipe);
  });
  connect(m_recipe, &RecipeChooser::chosen, this, [this](Recipe recipe) {
    useData(recipe, m_session.recipe().data.set);
    m_session.setRecipe(recipe);
  });
}

void SettingsPanel::buildGroups(QVBoxLayout* column) {
  using Steps = NumberBox::Steps;
  m_rate = addNumber(m_now, RecipeField::LearningRate, "learningRate", Steps::Decade, 1e-8, 1e3,
                     [](Recipe& r, double v) { r.optimizer.learningRate = v; });
  m_epochs = addNumber(m_now, RecipeField::Epochs, "epochs", Steps::One, 1, 1e5,
                       [](Recipe& r, double v) { r.epochs = static_cast<int>(v); });
  m_hidden = new QLineEdit;
  m_later->add(RecipeField::Hidden, QStringLiteral("hidden"), m_hidden);
  connect(m_hidden, &QLineEdit::editingFinished, this, &SettingsPanel::enterHidden);
  m_optimizer = new QComboBox;
  m_later->add(RecipeField::Optimizer, QStringLiteral("optimizer"), m_optimizer);
  m_schedule = new QComboBox;
  m_later->add(RecipeField::Schedule, QStringLiteral("schedule"), m_schedule);
  m_batch = addNumber(m_later, RecipeField::Batch, "batch", Steps::Double, 1, 65536,
                      [](Recipe& r, double v) { r.batch = static_cast<int>(v); });
  m_dropout = addNumber(m_later, RecipeField::Dropout, "dropout", Steps::Twentieth, 0, 0.95,
                        [](Recipe& r, double v) { r = withDropout(std::move(r), v); });
  m_decay = addNumber(m_later, RecipeField::WeightDecay, "weightDecay", Steps::Decade, 0, 1,
                      [](Recipe& r, double v) { r.optimizer.weightDecay = v; });
  m_augment = new QCheckBox;
  m_later->add(RecipeField::Augment, QStringLiteral("augmentation"), m_augment);
  buildDivision();
  m_seed = addNumber(m_later, RecipeField::Seed, "seed", Steps::One, 0, kLargestSeed,
                     [](Recipe& r, double v) { r.seed = static_cast<std::uint64_t>(v); });
  m_pending->setObjectName(QStringLiteral("pendingChanges"));
  m_pending->setContentsMargins(0, 6, 0, 0);
  auto* laterRow = new QHBoxLayout;
  laterRow->addWidget(m_laterTitle);
  laterRow->addWidget(m_pending, 1, Qt::AlignRight);
  column->addWidget(m_nowTitle);
  column->addWidget(m_now);
  column->addLayout(laterRow);
  column->addWidget(m_later);
  column->addWidget(m_network->changesRow());

  const auto proposeWith = [this](RecipeField field, auto change) {
    Recipe recipe = m_session.recipe();
    change(recipe);
    propose(field, recipe);
  };
  connect(m_optimizer, &QComboBox::activated, this, [proposeWith](int i) {
    proposeWith(RecipeField::Optimizer,
                [i](Recipe& r) { r.optimizer.kind = static_cast<OptimizerKind>(i); });
  });
  connect(m_schedule, &QComboBox::activated, this, [proposeWith](int i) {
    proposeWith(RecipeField::Schedule,
                [i](Recipe& r) { r.schedule.kind = static_cast<ScheduleKind>(i); });
  });
  connect(m_augment, &QCheckBox::clicked, this, [proposeWith](bool on) {
    proposeWith(RecipeField::Augment, [on](Recipe& r) { r.augment.enabled = on; });
  });
}

NumberBox* SettingsPanel::addNumber(FieldGrid* grid, RecipeField field, const char* name,
                                    NumberBox::Steps steps, double least, double most,
                                    std::function<void(Recipe&, double)> set) {
  auto* box = new NumberBox(steps, least, most);
  grid->add(field, QLatin1String(name), box);
  connect(box, &NumberBox::entered, this,
          [this, field, box, set = std::move(set)] { enterNumber(field, box, set); });
  return box;
}

void SettingsPanel::enterNumber(RecipeField field, const NumberBox* box,
                                const std::function<void(Recipe&, double)>& set) {
  const auto number = box->number();
  if (!number) {
    refuse(field, tr("“%1” is not a number this field can take.").arg(box->text()));
    return;
  }
  if (*number < box->least() || *number > box->most()) {
    refuse(field, tr("%1 is not possible: allowed is %2 to %3.")
                      .arg(box->text(), QLocale().toString(box->least(), 'g', 6),
                           QLocale().toString(box->most(), 'g', 6)));
    return;
  }
  const bool now = field == RecipeField::LearningRate || field == RecipeField::Epochs;
  Recipe recipe = now ? m_session.recipeInUse() : m_session.recipe();
  set(recipe, *number);
  if (!now) {
    propose(field, recipe);
  } else if (allows(field, recipe)) {
    if (field == RecipeField::Epochs)
      m_session.steer({.epochs = recipe.epochs});
    else
      m_session.steer({.learningRate = recipe.optimizer.learningRate});
  }
}

void SettingsPanel::enterHidden() {
  if (m_hidden->text() == join(hiddenUnits(m_session.recipe()))) {
    refuse(RecipeField::Hidden, {});
    return;
  }
  const auto units = parse(m_hidden->text());
  if (!units) {
    refuse(RecipeField::Hidden, tr("Write whole numbers, such as 128 or 128, 64."));
    return;
  }
  if (const auto recipe = withHiddenUnits(m_session.recipe(), *units))
    propose(RecipeField::Hidden, *recipe);
  else
    refuse(RecipeField::Hidden, tr("This network has %1 hidden layers: write as many numbers.")
                                    .arg(hiddenUnits(m_session.recipe()).size()));
}

void SettingsPanel::propose(RecipeField field, Recipe candidate) {
  if (candidate != m_session.recipe()) candidate.published.clear();  // those were another recipe's
  if (allows(field, candidate)) m_session.setRecipe(candidate);
}

bool SettingsPanel::allows(RecipeField field, const Recipe& candidate) {
  const int classes = m_session.data() ? m_session.data()->classes() : 10;
  const auto problems = validate(candidate, inputOf(m_session), classes);
  if (problems.empty()) {
    refuse(field, {});
    return true;
  }
  const Problem* worst = &problems.front();
  for (const Problem& problem : problems)
    if (fieldOf(problem.field) == field) worst = &problem;
  refuse(field,
         tr("%1 is not possible: allowed is %2.")
             .arg(QString::fromStdString(worst->value), QString::fromStdString(worst->allowed)));
  return false;
}

void SettingsPanel::refuse(RecipeField field, const QString& reason) {
  for (FieldGrid* grid : {m_top, m_now, m_later})
    if (grid->has(field)) grid->setProblem(field, reason);
}

Recipe SettingsPanel::preset() const {
  const Recipe* listed = m_recipe->listed(m_session.recipe().name);
  return listed ? *listed : m_session.recipe();
}

void SettingsPanel::refresh() {
  const Recipe& recipe = m_session.recipe();
  if (std::exchange(m_shownRecipe, recipe.name) != recipe.name)
    for (FieldGrid* grid : {m_top, m_now, m_later}) grid->clearProblems();
  m_data->setCurrent(recipe.data.set);
  m_recipe->setCurrent(recipe);
  const std::array<std::pair<NumberBox*, double>, 4> numbers{
      {{m_batch, recipe.batch},
       {m_dropout, dropout(recipe)},
       {m_decay, recipe.optimizer.weightDecay},
       {m_seed, static_cast<double>(recipe.seed)}}};
  const std::array<RecipeField, 4> fields{RecipeField::Batch, RecipeField::Dropout,
                                          RecipeField::WeightDecay, RecipeField::Seed};
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (!m_later->hasProblem(fields[i])) numbers[i].first->setNumber(numbers[i].second);
  if (!m_later->hasProblem(RecipeField::Hidden)) m_hidden->setText(join(hiddenUnits(recipe)));
  m_optimizer->setCurrentIndex(static_cast<int>(recipe.optimizer.kind));
  m_schedule->setCurrentIndex(static_cast<int>(recipe.schedule.kind));
  m_augment->setChecked(recipe.augment.enabled);
  showDivision();
  retranslateFields();
  m_shownKnobs.reset();
  refreshInUse();
}

/// What belongs to the run, if there is one: its network, its rate and epochs.
void SettingsPanel::refreshInUse() {
  m_network->showLayers(m_session.recipeInUse().layers, inputOf(m_session), m_session.recipe(),
                        preset());
  const Knobs now = m_session.knobs();
  if (std::exchange(m_shownKnobs, now) != now) {  // else what is being typed stays
    if (!m_now->hasProblem(RecipeField::LearningRate)) m_rate->setNumber(now.learningRate);
    if (!m_now->hasProblem(RecipeField::Epochs)) m_epochs->setNumber(now.epochs);
  }
  refreshPending();
}

void SettingsPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace inkling::ui
