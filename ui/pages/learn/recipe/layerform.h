// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/layerspec.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace inkling::ui {

/// The settings of one layer; those that its kind does not have are hidden.
class LayerForm final : public QWidget {
  Q_OBJECT
public:
  explicit LayerForm(QWidget* parent = nullptr);

  void setLayer(const LayerSpec& layer);
  /// "Dense", "Convolution", …, in the window's language.
  static QString kindName(inkling::LayerKind kind);
  static constexpr int kKinds = 9;
  /// A new layer as it is mostly wanted.
  static LayerSpec usual(inkling::LayerKind kind);

signals:
  void changed(const inkling::LayerSpec& layer);

private:
  struct InitBoxes {
    QComboBox* kind;
    QDoubleSpinBox* scale;
    QWidget* row;
  };

  QSpinBox* count(const char* name, int most);
  QDoubleSpinBox* number(const char* name, double most, double step);
  InitBoxes init(const char* name);
  void addRow(const QString& label, QWidget* editor, const QString& tip);
  void showRows();
  void changeKind();
  void read();

  LayerSpec m_layer;
  bool m_filling = false;
  QFormLayout* m_form;
  QComboBox* m_kind;
  QSpinBox* m_units;
  QSpinBox* m_kernel;
  QSpinBox* m_stride;
  QSpinBox* m_padding;
  QDoubleSpinBox* m_rate;
  QCheckBox* m_bias;
  QCheckBox* m_ties;
  InitBoxes m_weights;
  InitBoxes m_biases;
};

}  // namespace inkling::ui
