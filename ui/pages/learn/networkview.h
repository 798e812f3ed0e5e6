// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace inkling::ui {

class LayerList;

/// The network in use, and what has been changed in the settings since their recipe was chosen from
/// the list.
class NetworkView final : public QWidget {
  Q_OBJECT
public:
  explicit NetworkView(QWidget* parent = nullptr);

  /// `layers` are those in use; `preset` is the recipe as it came.
  void showLayers(const std::vector<LayerSpec>& layers, inkling::Shape input, const Recipe& recipe,
                  const Recipe& preset);
  /// The changes, to be placed below all fields: a first change must not move what is being
  /// clicked.
  QWidget* changesRow() const { return m_changesRow; }

signals:
  void editWanted();
  void resetWanted();

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  void showChanges();

  Recipe m_recipe;
  Recipe m_preset;
  QLabel* m_summary;
  QToolButton* m_edit;
  LayerList* m_layers;
  QWidget* m_changesRow;
  QLabel* m_changes;
  QToolButton* m_reset;
};

}  // namespace inkling::ui
