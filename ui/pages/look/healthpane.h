// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/health.h"
#include "core/model/model.h"
#include "ui/session/background.h"
#include "ui/session/pacer.h"

#include <QWidget>

#include <memory>
#include <vector>

class QTableWidget;

namespace inkling::ui {

class HistogramPlot;
class Session;

/// How the network is doing: gradients, updates, dead units, weights.
class HealthPane final : public QWidget {
  Q_OBJECT
public:
  explicit HealthPane(Session& session, QWidget* parent = nullptr);

  void setModel(const ModelPtr& model);

signals:
  void failed(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  enum Column { Layer, Weights, Gradient, Update, Dead, kColumns };

  /// Immutable once made.
  struct Figures {
    ModelPtr model;
    DataView batch;  ///< that the gradients are of; empty where none fits
    Health health;
    std::vector<double> ratios;  ///< update to weight, a step; empty: not known
  };
  using FiguresPtr = std::shared_ptr<const Figures>;

  void buildTable();
  void refresh();
  void showFigures();
  void showHistogram();
  long stepsSince(const Model& before, const Model& after) const;
  void retranslate();

  Session& m_session;
  ModelPtr m_model;
  FiguresPtr m_figures;
  QTableWidget* m_table;
  HistogramPlot* m_histogram;
  Background m_work;
  Pacer m_pacer{1000};
};

}  // namespace inkling::ui
