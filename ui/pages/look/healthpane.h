// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/health.h"
#include "core/model/model.h"
#include "ui/session/background.h"

#include <QElapsedTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace inkling::ui {

class HistogramPlot;
class Session;

/// How the network is doing: gradients, updates, dead units, weights; and why its arithmetic can be
/// trusted.
class HealthPane final : public QWidget {
  Q_OBJECT
public:
  explicit HealthPane(Session& session, QWidget* parent = nullptr);

  void setModel(const ModelPtr& model);

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  /// Immutable once made.
  struct Figures {
    ModelPtr model;
    Health health;
    std::vector<double> ratios;  ///< update to weight, a step; empty: not known
    std::string hash;
  };
  using FiguresPtr = std::shared_ptr<const Figures>;

  void buildTable();
  void refresh();
  void showFigures();
  void showHistogram();
  void checkGradients();
  long stepsSince(const Model& before, const Model& after) const;
  void retranslate();

  Session& m_session;
  ModelPtr m_model;
  FiguresPtr m_figures;
  QTableWidget* m_table;
  HistogramPlot* m_histogram;
  QLabel* m_hash;
  QPushButton* m_check;
  QLabel* m_checked;
  Background m_work;
  Background m_checker;
  QElapsedTimer m_since;  ///< the last figures were begun
};

}  // namespace inkling::ui
