// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QSpinBox;

namespace inkling::ui {

class WeightsView;

/// The weights of one layer as pictures.
class WeightsPane final : public QWidget {
  Q_OBJECT
public:
  explicit WeightsPane(QWidget* parent = nullptr);

  void setModel(const ModelPtr& model);

signals:
  void unitChosen(int layer, int unit);

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  void showLayer();
  void fillLayers();
  void layerChosen();
  void retranslate();

  ModelPtr m_model;
  std::vector<LayerSpec> m_specs;
  QComboBox* m_layer;
  QSpinBox* m_unit;  ///< of a convolution with many kernels
  WeightsView* m_view;
};

}  // namespace inkling::ui
