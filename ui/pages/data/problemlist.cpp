// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/data/problemlist.h"

#include "core/recipe/recipejson.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace inkling::ui {

ProblemList::ProblemList(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_rows(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("dataProblems"));
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setSpacing(4);
  connect(&session, &Session::splitChanged, this, &ProblemList::refresh);
  connect(&session, &Session::recipeChanged, this, &ProblemList::refresh);
  refresh();
}

void ProblemList::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) refresh();
}

void ProblemList::refresh() {
  while (QLayoutItem* item = m_rows->takeAt(0)) {
    item->widget()->deleteLater();
    item->widget()->hide();
    delete item;
  }
  const DataMending& mending = m_session.recipe().data.mend;
  for (const auto& [which, words] : mendings())
    if (mending.*which) addMending(words, which);
  for (const DataProblem& problem : openProblems(m_session)) addProblem(problem);
  setVisible(m_rows->count() > 0);
}

std::vector<std::pair<bool DataMending::*, QString>> ProblemList::mendings() {
  return {
      {&DataMending::grey, tr("Colours are made grey.")},
      {&DataMending::stretch, tr("Pixels are stretched to 0 … 255.")},
      {&DataMending::invert, tr("Black and white are swapped.")},
      {&DataMending::transpose, tr("Rows and columns are swapped.")},
      {&DataMending::mirror, tr("Left and right are swapped.")},
      {&DataMending::rotate, tr("The images are rotated by 180°.")},
      {&DataMending::blank, tr("Blank images are left out.")},
      {&DataMending::duplicates, tr("Training images that are test images as well are left out.")},
      {&DataMending::gaps, tr("Classes without images are left out.")}};
}

void ProblemList::addMending(const QString& words, bool DataMending::*which) {
  addButton(addRow(Icon::Tick, words), tr("Undo"), QStringLiteral("undoMending"), [this, which] {
    Recipe recipe = m_session.recipe();
    recipe.data.mend.*which = false;
    m_session.setRecipe(recipe);
  });
}

void ProblemList::addProblem(const DataProblem& problem) {
  QHBoxLayout* row = addRow(Icon::Warning, problemSentence(problem));
  if (const QString words = mendingWords(problem); !words.isEmpty())
    addButton(row, words, QStringLiteral("mend-") + QString::fromStdString(problem.code),
              [this, problem] { mendProblem(m_session, problem); });
}

QHBoxLayout* ProblemList::addRow(Icon mark, const QString& sentence) {
  auto* row = new QWidget(this);
  auto* cells = new QHBoxLayout(row);
  cells->setContentsMargins(0, 0, 0, 0);
  auto* picture = new QLabel(row);
  const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
  picture->setPixmap(icon(mark).pixmap(QSize(size, size), devicePixelRatioF()));
  auto* text = new QLabel(sentence, row);
  text->setTextFormat(Qt::PlainText);
  text->setWordWrap(true);
  cells->addWidget(picture);
  cells->addWidget(text, 1);
  m_rows->addWidget(row);
  return cells;
}

void ProblemList::addButton(QHBoxLayout* row, const QString& words, const QString& name,
                            const std::function<void()>& act) {
  auto* button = new QPushButton(words, this);
  button->setObjectName(name);
  button->setAutoDefault(false);
  connect(button, &QPushButton::clicked, this, act);
  row->addWidget(button);
}

std::vector<DataProblem> openProblems(const Session& session) {
  std::vector<DataProblem> open;
  if (!session.loaded()) return open;
  const Recipe& recipe = session.recipe();
  for (const DataProblem& problem : *session.loaded()->problems) {
    const bool mended =
        (problem.code == "unequal-classes" && recipe.data.balance != ClassBalance::None) ||
        (problem.code == "in-order" && recipe.data.shuffle &&
         recipe.data.validation.kind != HeldOut::Kind::Last &&
         recipe.data.trainLimit.kind != TrainLimit::Kind::First);
    if (!mended) open.push_back(problem);
  }
  return open;
}

void mendProblem(Session& session, const DataProblem& problem) {
  Recipe recipe = session.recipe();
  setField(recipe, problem.field, problem.value);
  if (problem.code == "in-order") {
    if (recipe.data.validation.kind == HeldOut::Kind::Last)
      recipe.data.validation = HeldOut::drawn(recipe.data.validation.count);
    if (recipe.data.trainLimit.kind == TrainLimit::Kind::First)
      recipe.data.trainLimit = TrainLimit::drawn(recipe.data.trainLimit.count);
  }
  recipe.published.clear();  // measured with other images
  session.setRecipe(recipe);
}

}  // namespace inkling::ui
