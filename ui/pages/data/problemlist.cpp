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
  const std::vector<DataProblem> problems = openProblems(m_session);
  for (const DataProblem& problem : problems) addRow(problem);
  setVisible(!problems.empty());
}

void ProblemList::addRow(const DataProblem& problem) {
  auto* row = new QWidget(this);
  auto* cells = new QHBoxLayout(row);
  cells->setContentsMargins(0, 0, 0, 0);
  auto* mark = new QLabel(row);
  mark->setPixmap(icon(Icon::Warning).pixmap(QSize(16, 16), devicePixelRatioF()));
  auto* text = new QLabel(problemSentence(problem), row);
  text->setTextFormat(Qt::PlainText);
  text->setWordWrap(true);
  cells->addWidget(mark);
  cells->addWidget(text, 1);
  if (const QString words = mendingWords(problem); !words.isEmpty()) {
    auto* mend = new QPushButton(words, row);
    mend->setObjectName(QStringLiteral("mend-") + QString::fromStdString(problem.code));
    mend->setAutoDefault(false);
    connect(mend, &QPushButton::clicked, this,
            [this, problem] { mendProblem(m_session, problem); });
    cells->addWidget(mend);
  }
  m_rows->addWidget(row);
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
