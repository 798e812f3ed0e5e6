// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"

#include <QWidget>

class QToolButton;
class QTreeWidget;

namespace inkling::ui {

class LayerForm;

/// The layers of a network as a list to add to, remove from, reorder and edit. A layer that does
/// not fit says why in its row.
class LayerEditor final : public QWidget {
  Q_OBJECT
public:
  LayerEditor(inkling::Shape input, int classes, QWidget* parent = nullptr);

  void setLayers(std::vector<LayerSpec> layers);
  const std::vector<LayerSpec>& layers() const { return m_layers; }
  bool fits() const { return m_fits; }
  long parameterCount() const { return m_parameters; }

signals:
  void changed();

private:
  QWidget* buildButtons();
  void add(LayerKind kind);
  void remove();
  void moveUp() { move(-1); }
  void moveDown() { move(1); }
  void move(int by);
  void select(int row);
  void edit(const LayerSpec& layer);
  void refresh();
  int current() const;

  inkling::Shape m_input;
  int m_classes;
  std::vector<LayerSpec> m_layers;
  bool m_fits = false;
  bool m_refreshing = false;
  long m_parameters = 0;
  QTreeWidget* m_list;
  QToolButton* m_remove;
  QToolButton* m_up;
  QToolButton* m_down;
  LayerForm* m_form;
};

}  // namespace inkling::ui
