// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/recipe/layereditor.h"

#include "ui/pages/learn/layerlist.h"
#include "ui/pages/learn/recipe/editorbutton.h"
#include "ui/pages/learn/recipe/layerchain.h"
#include "ui/pages/learn/recipe/layerform.h"
#include "ui/theme/colours.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

enum LayerColumn { Number, Name, Output, Weights, Reason, kLayerColumns };

constexpr int kRowHeight = 24;

}  // namespace

LayerEditor::LayerEditor(inkling::Shape input, int classes, QWidget* parent)
    : QWidget(parent),
      m_input(input),
      m_classes(classes),
      m_list(new QTreeWidget),
      m_form(new LayerForm) {
  m_list->setObjectName(QStringLiteral("editedLayers"));
  m_list->setAccessibleName(tr("Layers"));
  m_list->setColumnCount(kLayerColumns);
  m_list->setHeaderLabels({QString(), tr("Layer"), tr("Output"), tr("Weights"), tr("Problem")});
  m_list->headerItem()->setTextAlignment(Weights, Qt::AlignRight | Qt::AlignVCenter);
  m_list->setRootIsDecorated(false);
  m_list->setMinimumSize(400, 200);
  m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_list->header()->setStretchLastSection(true);
  auto* left = new QVBoxLayout;
  left->addWidget(m_list, 1);
  left->addWidget(buildButtons());
  auto* right = new QVBoxLayout;
  right->addWidget(m_form);
  right->addStretch();
  auto* row = new QHBoxLayout(this);
  row->setSpacing(12);
  row->addLayout(left, 3);
  row->addLayout(right, 2);
  m_form->setMinimumWidth(330);
  connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
    if (!m_refreshing) select(current());
  });
  connect(m_form, &LayerForm::changed, this, &LayerEditor::edit);
}

QWidget* LayerEditor::buildButtons() {
  auto* add = new QToolButton;
  add->setObjectName(QStringLiteral("addLayer"));
  add->setText(tr("+ Add"));
  add->setToolTip(tr("Adds a layer after the chosen one."));
  add->setPopupMode(QToolButton::InstantPopup);
  add->setFocusPolicy(Qt::StrongFocus);
  auto* menu = new QMenu(add);
  menu->setObjectName(QStringLiteral("addLayerMenu"));
  for (int i = 0; i < LayerForm::kKinds; ++i) {
    const auto kind = static_cast<LayerKind>(i);
    connect(menu->addAction(LayerForm::kindName(kind)), &QAction::triggered, this,
            [this, kind] { this->add(kind); });
  }
  add->setMenu(menu);
  m_remove = editorButton(this, "removeLayer", tr("− Remove"), tr("Removes the chosen layer."),
                          &LayerEditor::remove);
  m_up = editorButton(this, "layerUp", tr("↑ Up"), tr("Moves the chosen layer towards the pixels."),
                      &LayerEditor::moveUp);
  m_down = editorButton(this, "layerDown", tr("↓ Down"),
                        tr("Moves the chosen layer towards the digits."), &LayerEditor::moveDown);
  auto* buttons = new QWidget;
  auto* row = new QHBoxLayout(buttons);
  row->setContentsMargins(0, 0, 0, 0);
  for (QToolButton* each : {add, m_remove, m_up, m_down}) row->addWidget(each);
  row->addStretch();
  return buttons;
}

int LayerEditor::current() const { return m_list->indexOfTopLevelItem(m_list->currentItem()); }

void LayerEditor::setLayers(std::vector<LayerSpec> layers) {
  m_layers = std::move(layers);
  refresh();
  select(0);
}

void LayerEditor::add(LayerKind kind) {
  const int at = std::min(current() + 1, static_cast<int>(m_layers.size()));
  m_layers.insert(m_layers.begin() + at, LayerForm::usual(kind));
  refresh();
  select(at);
  emit changed();
}

void LayerEditor::remove() {
  const int at = current();
  if (at < 0 || m_layers.size() < 2) return;
  m_layers.erase(m_layers.begin() + at);
  refresh();
  select(std::min(at, static_cast<int>(m_layers.size()) - 1));
  emit changed();
}

void LayerEditor::move(int by) {
  const int at = current();
  const int to = at + by;
  if (at < 0 || to < 0 || to >= static_cast<int>(m_layers.size())) return;
  std::swap(m_layers[static_cast<std::size_t>(at)], m_layers[static_cast<std::size_t>(to)]);
  refresh();
  select(to);
  emit changed();
}

void LayerEditor::edit(const LayerSpec& layer) {
  const int at = current();
  if (at < 0) return;
  m_layers[static_cast<std::size_t>(at)] = layer;
  refresh();
  emit changed();
}

void LayerEditor::select(int row) {
  const int count = static_cast<int>(m_layers.size());
  m_form->setEnabled(row >= 0 && row < count);
  m_remove->setEnabled(row >= 0 && count > 1);
  m_up->setEnabled(row > 0);
  m_down->setEnabled(row >= 0 && row + 1 < count);
  if (row < 0 || row >= count) return;
  m_refreshing = true;
  m_list->setCurrentItem(m_list->topLevelItem(row));
  m_refreshing = false;
  m_form->setLayer(m_layers[static_cast<std::size_t>(row)]);
}

void LayerEditor::refresh() {
  m_refreshing = true;
  const int row = current();
  const auto states = followLayers(m_layers, m_input, m_classes);
  m_parameters = 0;
  m_fits = !states.empty();
  m_list->clear();
  for (std::size_t i = 0; i < states.size(); ++i) {
    const LayerState& state = states[i];
    const bool bad = !state.problem.isEmpty();
    m_fits = m_fits && !bad && state.reached;
    m_parameters += state.parameters;
    const bool known = state.reached && state.output.size() > 0;
    auto* item = new QTreeWidgetItem(
        m_list, {QString::number(i + 1), layerName(m_layers[i]),
                 known ? shapeText(state.output) : QStringLiteral("?"),
                 state.parameters > 0 ? QLocale().toString(qlonglong(state.parameters)) : QString(),
                 bad ? QStringLiteral("✗ ") + state.problem : QString()});
    item->setTextAlignment(Weights, Qt::AlignRight | Qt::AlignVCenter);
    item->setSizeHint(Number, QSize(0, kRowHeight));
    if (bad) item->setForeground(Reason, coloursOf(palette()).wrong);
    item->setToolTip(Reason, state.problem);
  }
  if (row >= 0 && row < m_list->topLevelItemCount())
    m_list->setCurrentItem(m_list->topLevelItem(row));
  m_refreshing = false;
}

}  // namespace inkling::ui
