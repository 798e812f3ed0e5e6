// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/epochmodels.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace inkling::ui {

/// Chooses an epoch of the run, or plays them one after the other; at its right end it stands for
/// the newest model.
class EpochReplay final : public QWidget {
  Q_OBJECT
public:
  explicit EpochReplay(Session& session, QWidget* parent = nullptr);

  const ModelPtr& model() const { return m_model; }  ///< null: the newest
  bool playing() const { return m_timer.isActive(); }

signals:
  void chosen();

protected:
  void changeEvent(QEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  void updateRange();
  void choose(int epoch);
  void play(bool on);
  void step();
  void describe();
  void retranslate();

  EpochModels m_models;
  ModelPtr m_model;
  QToolButton* m_play;
  QSlider* m_slider;
  QLabel* m_epoch;
  QTimer m_timer;
};

}  // namespace inkling::ui
