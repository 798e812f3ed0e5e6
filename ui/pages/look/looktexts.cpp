// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/arithmetictext.h"
#include "ui/pages/look/layerstack.h"
#include "ui/pages/look/layerview.h"
#include "ui/pages/look/lookpage.h"
#include "ui/session/session.h"
#include "ui/theme/colours.h"
#include "ui/widgets/card.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

// What the Look page says.

namespace inkling::ui {

QStringList LookPage::classNames() const {
  QStringList names;
  if (m_model)
    for (const std::string& name : m_model->classNames) names << QString::fromStdString(name);
  return names;
}

QString LookPage::purpose() const {
  return tr(
      "Look inside: what every layer makes of your drawing, and why the answer is what it is.");
}

void LookPage::showArithmetic() {
  const bool something = m_trace && m_stack->chosenUnit();
  m_play->setEnabled(something && m_stack->view(m_stack->chosenLayer())->layoutNow().isImage());
  if (!m_play->isEnabled()) m_play->setChecked(false);
  if (!something)
    return m_arithmetic->setText(
        tr("Click any value of a layer: here stands how it was made, and its receptive field is "
           "outlined in the layers before."));
  if (!m_arithmetic->isVisible()) return;  // it is not read
  m_arithmetic->setText(arithmeticText(m_model->network, *m_trace, m_stack->chosenLayer(),
                                       *m_stack->chosenUnit(), coloursOf(palette())));
}

void LookPage::showSoftmax() {
  if (!m_softmax->isVisible()) return;
  m_softmax->setText(m_trace ? softmaxText(*m_trace, classNames(), coloursOf(palette()))
                             : tr("The steps from the logits to the probabilities: draw a digit."));
}

void LookPage::retranslate() {
  const QSignalBlocker quiet(m_scale);
  const int scale = std::max(0, m_scale->currentIndex());
  m_scale->clear();
  m_scale->addItems({tr("colours per layer"), tr("one scale for all")});
  m_scale->setCurrentIndex(scale);
  m_scale->setAccessibleName(tr("Scale of the colours"));
  m_scale->setToolTip(tr(
      "Full colour is the largest value of each layer, or of the whole network. Blue is positive, "
      "orange negative, grey zero."));
  m_layers->setTitle(tr("Layers"));
  m_tabs->setTabText(0, tr("Why"));
  m_tabs->setTabText(1, tr("Arithmetic"));
  m_tabs->setTabText(2, tr("Softmax"));
  m_tabs->setTabText(3, tr("Weights"));
  m_tabs->setTabText(4, tr("Map"));
  m_tabs->setTabText(5, tr("Lab"));
  m_tabs->setTabText(6, tr("Health"));
  m_tabs->setTabText(7, tr("Trust"));
  m_play->setText(tr("Slide the window"));
  m_play->setToolTip(
      tr("Moves the chosen value over its map, place by place: watch its receptive field and the "
         "numbers. Choose a value of a convolution first."));
  read();
}

}  // namespace inkling::ui
