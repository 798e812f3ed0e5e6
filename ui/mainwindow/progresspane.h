// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace inkling::ui {

class Session;

/// How far the run is, how long it will take and how fast it goes.
class ProgressPane final : public QWidget {
  Q_OBJECT
public:
  explicit ProgressPane(Session& session, QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  void refresh();
  int stepsPerEpoch() const;

  Session& m_session;
  QProgressBar* m_bar;
  QLabel* m_epoch;
  QLabel* m_speed;
};

}  // namespace inkling::ui
