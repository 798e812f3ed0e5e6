// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/model/model.h"
#include "ui/session/background.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSlider;
class QSpinBox;

namespace inkling::ui {

class Session;

/// Experiments on a copy of the network: units, kernels or layers scaled, flipped or switched off,
/// small weights cut; what it costs in accuracy. The model in use is never touched.
class LabPane final : public QWidget {
  Q_OBJECT
public:
  explicit LabPane(Session& session, QWidget* parent = nullptr);

  void setModel(const ModelPtr& model);  ///< the model in use: what the next experiment starts from
  const ModelPtr& copy() const { return m_copy; }  ///< null: nothing is changed
  void chooseUnit(int layer, int unit);

signals:
  void copyChanged();

protected:
  void changeEvent(QEvent* event) override;

private:
  enum What { Unit, Kernel, WholeLayer };  ///< in the order of the box

  void build();
  /// What the next change is made to.
  const ModelPtr& subject() const { return m_copy ? m_copy : m_model; }
  const DataView& images() const;  ///< that the accuracy is measured on
  bool measurable() const;
  void fillLayers();
  void showUnits();
  void nameFactor();
  void change();
  Network<float> changed(const Network<float>& network, int layer, double factor) const;
  void prune();
  void apply(Network<float> network, const QString& what);
  void reset();
  void measure();
  void describe();
  void retranslate();

  Session& m_session;
  ModelPtr m_model;
  ModelPtr m_origin;  ///< of the copy
  ModelPtr m_copy;
  std::vector<LayerSpec> m_specs;
  double m_before = -1;  ///< accuracies; −1: not measured
  double m_after = -1;
  QComboBox* m_layer;
  QComboBox* m_unitOrAll;
  QSpinBox* m_unit;
  QSpinBox* m_input;        ///< of a kernel
  QComboBox* m_factor;      ///< names of usual factors
  QDoubleSpinBox* m_times;  ///< the factor
  QPushButton* m_change;
  QSlider* m_share;
  QPushButton* m_prune;
  QListWidget* m_done;
  QLabel* m_result;
  QPushButton* m_reset;
  Background m_work;
};

}  // namespace inkling::ui
