// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/train/evaluate.h"
#include "ui/session/background.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace inkling::ui {

/// Keeps what a model makes of the samples of a view up to date, beside the window. At rest every
/// sample is read at once; while a run is under way only the visible ones and a few more at a time,
/// so that the run is not slowed down noticeably.
class SampleReader final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(SampleReader)
public:
  using PredictionsPtr = std::shared_ptr<const Predictions>;

  explicit SampleReader(QObject* parent = nullptr);

  void setView(const DataView& view);
  /// Null, or a model that does not fit the view's images: no predictions.
  void setModel(ModelPtr model);
  /// True while a run is under way.
  void setThrifty(bool thrifty);
  /// Asleep nothing is read; what was missed is read on waking up.
  void setAwake(bool awake);
  /// Asked for the positions in the view that are on screen.
  void setVisible(std::function<std::vector<int>()> visible) { m_visible = std::move(visible); }
  const PredictionsPtr& predictions() const { return m_predictions; }

signals:
  void predictionsChanged();
  void failed(const QString& sentence);

private:
  void read();
  void schedule();
  std::vector<int> choose();

  DataView m_view;
  ModelPtr m_model;
  PredictionsPtr m_predictions;
  std::function<std::vector<int>()> m_visible;
  bool m_awake = true;
  bool m_thrifty = false;
  bool m_stale = false;          ///< something is older than the model
  int m_next = 0;                ///< position from which the next few are taken
  double m_secondsEach = 20e-6;  ///< measured
  QTimer m_timer;
  Background m_work;
};

}  // namespace inkling::ui
