// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/networkview.h"

#include "ui/pages/learn/layerlist.h"
#include "ui/pages/learn/recipe/recipechanges.h"
#include "ui/session/sentences.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace inkling::ui {

namespace {

constexpr int kMostChanges = 3;  // lines shown; the tooltip has them all

QToolButton* button(const char* name, Icon which) {
  auto* button = new QToolButton;
  button->setObjectName(QLatin1String(name));
  button->setIcon(icon(which));
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::StrongFocus);
  return button;
}

}  // namespace

NetworkView::NetworkView(QWidget* parent)
    : QWidget(parent),
      m_summary(new QLabel),
      m_edit(button("editRecipe", Icon::Pencil)),
      m_layers(new LayerList),
      m_changesRow(new QWidget(this)),
      m_changes(new QLabel),
      m_reset(button("resetRecipe", Icon::Undo)) {
  m_summary->setObjectName(QStringLiteral("networkSummary"));
  m_summary->setWordWrap(true);
  m_changes->setObjectName(QStringLiteral("recipeChanges"));
  m_changes->setWordWrap(true);
  auto* top = new QHBoxLayout;
  top->addWidget(m_summary, 1);
  top->addWidget(m_edit, 0, Qt::AlignTop);
  auto* bottom = new QHBoxLayout(m_changesRow);
  bottom->setContentsMargins(0, 8, 0, 0);
  bottom->addWidget(m_changes, 1);
  bottom->addWidget(m_reset, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(top);
  column->addWidget(m_layers);
  connect(m_edit, &QToolButton::clicked, this, &NetworkView::editWanted);
  connect(m_reset, &QToolButton::clicked, this, &NetworkView::resetWanted);
  retranslate();
}

void NetworkView::showLayers(const std::vector<LayerSpec>& layers, inkling::Shape input,
                             const Recipe& recipe, const Recipe& preset) {
  m_recipe = recipe;
  m_preset = preset;
  m_layers->setLayers(layers, input);
  m_summary->setText(
      tr("%1\n%2 parameters")
          .arg(m_layers->summary(), QLocale().toString(qlonglong(m_layers->parameterCount()))));
  showChanges();
}

void NetworkView::showChanges() {
  const QStringList changes = recipeChanges(m_preset, m_recipe);
  QStringList shown = changes.mid(0, kMostChanges);
  if (changes.size() > kMostChanges) shown << tr("and %1 more").arg(changes.size() - kMostChanges);
  m_changes->setText(shown.join(QLatin1Char('\n')));
  m_changes->setToolTip(tr("Changed from “%1”:").arg(titleOf(m_preset)) + QLatin1Char('\n') +
                        changes.join(QLatin1Char('\n')));
  m_changesRow->setVisible(!changes.isEmpty());
}

void NetworkView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange) m_layers->takeLetters(font());
}

void NetworkView::retranslate() {
  m_edit->setAccessibleName(tr("Edit recipe"));
  m_edit->setToolTip(
      tr("Edit the recipe: add, remove and reorder layers, change any field, save it. Try a second "
         "hidden layer."));
  m_reset->setAccessibleName(tr("Back to the recipe as it was"));
  m_reset->setToolTip(tr("Puts the recipe back as it was when it was chosen."));
  m_changes->setAccessibleName(tr("Changes to the recipe"));
  showChanges();
}

}  // namespace inkling::ui
