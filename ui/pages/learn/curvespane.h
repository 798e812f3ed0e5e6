// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history.h"
#include "ui/session/mailbox.h"

#include <QSplitter>

namespace inkling::ui {

class Session;
class TrainingPlot;

/// Loss above accuracy, fed by the run.
class CurvesPane final : public QSplitter {
  Q_OBJECT
public:
  explicit CurvesPane(Session& session, QWidget* parent = nullptr);

  TrainingPlot* loss() const { return m_loss; }
  TrainingPlot* accuracy() const { return m_accuracy; }

signals:
  void exportRequested(inkling::ui::TrainingPlot* plot);

private:
  void append(const Report& report);
  void appendEpoch(const EpochRecord& epoch);
  void showHistory();
  void beginRun();
  void dropForeign();

  Session& m_session;
  TrainingPlot* m_loss;
  TrainingPlot* m_accuracy;
  History m_history;
  std::string m_set;  ///< the data that the curves are of
};

}  // namespace inkling::ui
