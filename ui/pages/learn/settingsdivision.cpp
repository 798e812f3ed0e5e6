// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the settings panel that says how the images are divided, and what is done where their
// classes are unequal.

#include "ui/pages/learn/fieldgrid.h"
#include "ui/pages/learn/settingspanel.h"
#include "ui/session/session.h"
#include "ui/widgets/division/divisionways.h"

#include <QComboBox>

namespace inkling::ui {

void SettingsPanel::buildDivision() {
  m_limit = new WayBox(QStringLiteral("trainLimit"));
  m_later->add(RecipeField::TrainLimit, QStringLiteral("trainLimit"), m_limit);
  m_validation = new WayBox(QStringLiteral("validation"));
  m_later->add(RecipeField::Validation, QStringLiteral("validation"), m_validation);
  m_balance = new QComboBox;
  m_later->add(RecipeField::Balance, QStringLiteral("balance"), m_balance);
  connect(m_limit, &WayBox::entered, this, [this] {
    Recipe recipe = m_session.recipe();
    recipe.data.trainLimit = trainLimitIn(*m_limit);
    propose(RecipeField::TrainLimit, recipe);
  });
  connect(m_validation, &WayBox::entered, this, [this] {
    Recipe recipe = m_session.recipe();
    recipe.data.validation = heldOutIn(*m_validation);
    propose(RecipeField::Validation, recipe);
  });
  connect(m_balance, &QComboBox::activated, this, [this](int i) {
    Recipe recipe = m_session.recipe();
    recipe.data.balance = static_cast<ClassBalance>(i);
    propose(RecipeField::Balance, recipe);
  });
}

void SettingsPanel::showDivision() {
  const DataSpec& spec = m_session.recipe().data;
  showTrainLimit(*m_limit, spec.trainLimit,
                 m_session.data() ? m_session.data()->train->count() : 0);
  showHeldOut(*m_validation, spec.validation, m_session.imagesUsed());
  m_balance->setCurrentIndex(static_cast<int>(spec.balance));
}

void SettingsPanel::nameDivision() {
  m_later->setTexts(RecipeField::TrainLimit, trainLimitLabel(), trainLimitTip());
  m_later->setTexts(RecipeField::Validation, heldOutLabel(), heldOutTip());
  nameTrainLimit(*m_limit);
  nameHeldOut(*m_validation);
  m_later->setTexts(
      RecipeField::Balance, tr("Class balance"),
      tr("For classes with unequally many images. Equal sampling shows each class equally often; "
         "class weights let the images of small classes count more in the loss: their steps are "
         "longer, so try a third of the learning rate."));
}

}  // namespace inkling::ui
