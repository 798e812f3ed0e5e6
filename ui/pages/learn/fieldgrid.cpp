// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/fieldgrid.h"

#include "ui/session/plaintext.h"
#include "ui/theme/colours.h"

#include <QAbstractButton>
#include <QLabel>

namespace inkling::ui {

namespace {

constexpr int kLeastLetters = 12;  // that can be read in an editor

}  // namespace

FieldGrid::FieldGrid(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setHorizontalSpacing(8);
  m_grid->setVerticalSpacing(3);
  m_grid->setColumnStretch(1, 1);
}

void FieldGrid::add(RecipeField field, const QString& name, QWidget* editor) {
  Row row{new QLabel(this), editor, new QLabel(this), {}};
  editor->setObjectName(name);
  editor->setParent(this);
  if (!qobject_cast<QAbstractButton*>(editor))
    editor->setMinimumWidth(kLeastLetters * fontMetrics().averageCharWidth());
  row.label->setBuddy(editor);
  row.problem->setObjectName(name + QStringLiteral("Problem"));
  row.problem->setWordWrap(true);
  row.problem->hide();
  const int y = m_grid->rowCount();
  m_grid->addWidget(row.label, y, 0);
  m_grid->addWidget(editor, y, 1);
  m_grid->addWidget(row.problem, y + 1, 0, 1, 2);
  m_rows[field] = row;
}

void FieldGrid::setTexts(RecipeField field, const QString& label, const QString& toolTip) {
  Row& row = m_rows.at(field);
  row.label->setText(label);
  row.label->setToolTip(toolTip);
  row.editor->setToolTip(toolTip);
  row.editor->setAccessibleName(withoutMnemonic(label));
  row.toolTip = toolTip;
}

void FieldGrid::setProblem(RecipeField field, const QString& problem) {
  Row& row = m_rows.at(field);
  QPalette palette = this->palette();
  if (!problem.isEmpty()) palette.setColor(QPalette::WindowText, coloursOf(palette).wrong);
  row.problem->setPalette(palette);
  row.problem->setText(problem.isEmpty() ? QString() : QStringLiteral("✗ ") + problem);
  row.problem->setVisible(!problem.isEmpty());
  row.editor->setAccessibleDescription(problem.isEmpty() ? row.toolTip : problem);
}

void FieldGrid::clearProblems() {
  for (const auto& [field, row] : m_rows)
    if (!row.problem->isHidden()) setProblem(field, {});
}

bool FieldGrid::hasProblem(RecipeField field) const {
  const auto it = m_rows.find(field);
  return it != m_rows.end() && !it->second.problem->isHidden();
}

}  // namespace inkling::ui
