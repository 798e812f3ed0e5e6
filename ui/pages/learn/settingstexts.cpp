// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The words of the settings panel, apart from its workings.

#include "core/recipe/recipejson.h"
#include "ui/pages/learn/choosers.h"
#include "ui/pages/learn/fieldgrid.h"
#include "ui/pages/learn/settingspanel.h"
#include "ui/session/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>

namespace inkling::ui {

void SettingsPanel::fillChoices() {
  m_optimizer->clear();
  m_optimizer->addItems({tr("SGD"), tr("Momentum"), tr("Nesterov"), tr("Adam"), tr("AdamW")});
  m_schedule->clear();
  m_schedule->addItems({tr("Constant"), tr("Step"), tr("Cosine"), tr("One-cycle")});
  m_balance->clear();
  m_balance->addItems({tr("None"), tr("Equal sampling"), tr("Class weights")});
}

void SettingsPanel::retranslate() {
  fillChoices();
  m_nowTitle->setText(tr("Takes effect now"));
  m_nowTitle->setToolTip(tr("These reach a run at its next batch, also while it is running."));
  m_laterTitle->setText(tr("Takes effect on Rewind"));
  m_laterTitle->setToolTip(
      tr("These need a fresh start. Change them at any time; the next Rewind or a new run uses "
         "them."));
  m_augment->setText(tr("vary images"));
  m_top->setTexts(RecipeField::Data, tr("&Data"),
                  tr("The images to learn from. Try Fashion-MNIST if it is installed, or open a "
                     "folder of your own."));
  m_top->setTexts(RecipeField::Recipe, tr("Re&cipe"),
                  tr("A network with everything its training needs. Climb the rungs: softmax, "
                     "multilayer perceptron, convolutional network."));
  refresh();
}

void SettingsPanel::retranslateFields() {
  m_now->setTexts(RecipeField::LearningRate, tr("&Learning rate"),
                  tr("How far each step moves the weights. Try ten times more until the loss "
                     "jumps, then go back."));
  m_now->setTexts(
      RecipeField::Epochs, tr("&Epochs"),
      tr("How often every training image is seen. Try more while validation still gets better."));
  m_later->setTexts(
      RecipeField::Hidden,
      hasConvolution(m_session.recipe()) ? tr("Channels, &units") : tr("Hidden &units"),
      tr("The width of each hidden layer, from first to last. Try 32 or 512; for two layers write "
         "128, 64."));
  m_later->setTexts(RecipeField::Optimizer, tr("&Optimizer"),
                    tr("The rule that turns gradients into steps. Try Adam with a learning rate of "
                       "0.001 against plain SGD with 0.1."));
  m_later->setTexts(RecipeField::Schedule, tr("&Schedule"),
                    tr("How the learning rate changes over the run. Try one-cycle for a short run, "
                       "constant to see the plain effect."));
  m_later->setTexts(
      RecipeField::Batch, tr("&Batch size"),
      tr("Images per step. Try 16 for noisier and more steps, 256 for smoother and fewer."));
  m_later->setTexts(RecipeField::Dropout, tr("Dro&pout"),
                    tr("The share of units switched off at random while training. Try 0.2 if "
                       "training does much better than validation."));
  m_later->setTexts(
      RecipeField::WeightDecay, tr("&Weight decay"),
      tr("Pulls weights towards zero at every step. Try 0.0001 against overfitting."));
  m_later->setTexts(RecipeField::Augment, tr("&Augment"),
                    tr("Changes every training image a little, anew each time. Try it for digits "
                       "you draw yourself: it costs some speed."));
  nameDivision();
  m_later->setTexts(RecipeField::Seed, tr("Seed"),
                    tr("All chance in a run comes from this number: the same seed gives the same "
                       "run. Try another to see how much is luck."));
}

void SettingsPanel::refreshPending() {
  const bool pending = m_session.changesPending();
  m_pending->setVisible(pending);
  if (!pending) return;
  QStringList lines;
  Recipe run = m_session.training().recipe();
  run.optimizer.learningRate = m_session.knobs().learningRate;
  run.epochs = m_session.knobs().epochs;
  run.changes = m_session.recipe().changes;
  for (const std::string& line : differences(run, m_session.recipe()))
    lines << QString::fromStdString(line);
  m_pending->setText(tr("↺ waiting"));
  m_pending->setToolTip(tr("These changes wait for Rewind:") + QLatin1Char('\n') +
                        lines.join(QLatin1Char('\n')));
}

}  // namespace inkling::ui
