// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/evaluate/evaluation.h"
#include "ui/session/background.h"

#include <QObject>
#include <QTimer>

namespace inkling::ui {

class Session;

/// Keeps the evaluation of the newest model up to date beside the window, while it is active: at
/// most twice a second, and while a run is under way so seldom that the run is not slowed down
/// noticeably.
class EvaluationReader final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(EvaluationReader)
public:
  enum class Part { Validation, Test };

  explicit EvaluationReader(Session& session, QObject* parent = nullptr);

  void setActive(bool active);
  void setPart(Part part);
  Part part() const { return m_part; }
  /// The images that are asked for: the test set, too, where nothing is held out.
  const DataView& view() const;
  const EvaluationPtr& evaluation() const { return m_evaluation; }  ///< null: none yet
  bool busy() const { return m_work.busy(); }

signals:
  void changed();
  void failed(const QString& sentence);

private:
  void invalidate();
  void schedule();
  void read();

  Session& m_session;
  Part m_part = Part::Validation;
  EvaluationPtr m_evaluation;
  bool m_active = false;
  bool m_stale = true;
  int m_pause = 0;  ///< ms until the next reading
  QTimer m_timer;
  Background m_work;
};

}  // namespace inkling::ui
