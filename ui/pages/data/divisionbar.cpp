// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/data/divisionbar.h"

#include "ui/session/sentences.h"
#include "ui/session/session.h"
#include "ui/widgets/division/divisionways.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace inkling::ui {

DivisionBar::DivisionBar(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_limitLabel(new QLabel),
      m_limit(new WayBox(QStringLiteral("dataLimit"))),
      m_validationLabel(new QLabel),
      m_validation(new WayBox(QStringLiteral("dataValidation"))),
      m_warnings(new QLabel) {
  m_warnings->setObjectName(QStringLiteral("dataWarnings"));
  m_warnings->setWordWrap(true);
  m_limitLabel->setBuddy(m_limit);
  m_validationLabel->setBuddy(m_validation);
  auto* row = new QHBoxLayout;
  row->addWidget(m_limitLabel);
  row->addWidget(m_limit);
  row->addSpacing(12);
  row->addWidget(m_validationLabel);
  row->addWidget(m_validation);
  row->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(row);
  column->addWidget(m_warnings);
  const auto propose = [this](auto change) {
    Recipe recipe = m_session.recipe();
    change(recipe.data);
    recipe.published.clear();  // measured with other images
    m_session.setRecipe(recipe);
  };
  connect(m_limit, &WayBox::entered, this, [this, propose] {
    propose([this](DataSpec& spec) { spec.trainLimit = trainLimitIn(*m_limit); });
  });
  connect(m_validation, &WayBox::entered, this, [this, propose] {
    propose([this](DataSpec& spec) { spec.validation = heldOutIn(*m_validation); });
  });
  connect(&session, &Session::dataChanged, this, &DivisionBar::refresh);
  connect(&session, &Session::recipeChanged, this, &DivisionBar::refresh);
  retranslate();
}

/// What the recipe says, and what the parts lack that are loaded.
void DivisionBar::refresh() {
  const DataSpec& spec = m_session.recipe().data;
  const DataPtr& loaded = m_session.data();
  showTrainLimit(*m_limit, spec.trainLimit, loaded ? loaded->train->count() : 0);
  showHeldOut(*m_validation, spec.validation, m_session.imagesUsed());
  QStringList sentences;
  if (m_session.loaded())
    for (const DataWarning& warning : m_session.loaded()->warnings)
      sentences << QStringLiteral("⚠ ") + warningSentence(warning, loaded->classNames);
  m_warnings->setText(sentences.join(QLatin1Char('\n')));
  m_warnings->setVisible(!sentences.isEmpty());
}

void DivisionBar::retranslate() {
  m_limitLabel->setText(trainLimitLabel());
  m_validationLabel->setText(heldOutLabel());
  nameTrainLimit(*m_limit);
  nameHeldOut(*m_validation);
  refresh();
}

}  // namespace inkling::ui
