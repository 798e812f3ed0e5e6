// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"

#include <QTreeWidget>

namespace inkling::ui {

/// "Dense 128", "Convolution 8 · 3×3", …, in the window's language.
QString layerName(const LayerSpec& layer);
/// "28×28×1"; flat vectors as "128".
QString shapeText(const Shape& shape);

/// The layers of a recipe with the shape that leaves each and its trainable numbers. As high as its
/// rows, up to a limit.
class LayerList final : public QTreeWidget {
  Q_OBJECT
public:
  explicit LayerList(QWidget* parent = nullptr);

  /// A little smaller than those around it.
  void takeLetters(const QFont& around);
  void setLayers(const std::vector<LayerSpec>& layers, inkling::Shape input);
  /// "784 → 128 → 10": inputs, then the widths of the layers with weights.
  QString summary() const { return m_summary; }
  long parameterCount() const { return m_parameters; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();

  std::vector<LayerSpec> m_shown;
  inkling::Shape m_input{28, 28, 1};
  QString m_summary;
  long m_parameters = 0;
};

}  // namespace inkling::ui
