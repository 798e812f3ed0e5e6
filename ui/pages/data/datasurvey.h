// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/datastatistics.h"
#include "ui/session/background.h"

#include <QObject>

#include <array>
#include <memory>
#include <vector>

namespace inkling::ui {

class Session;

/// What the Data page tells about the data set. Immutable once made.
struct DataFigures {
  std::array<DataView, 3> parts;  ///< train, validation, test
  std::array<DataStatistics, 3> statistics;
  DataStatistics learnt;  ///< train and validation together
  std::vector<DuplicateGroup> duplicates;
};

using DataFiguresPtr = std::shared_ptr<const DataFigures>;

/// Surveys the session's data set beside the window, whenever it or its division changes while
/// somebody wants to know.
class DataSurvey final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(DataSurvey)
public:
  explicit DataSurvey(Session& session, QObject* parent = nullptr);

  void setActive(bool active);
  const DataFiguresPtr& figures() const { return m_figures; }  ///< null: not yet

signals:
  void changed();
  void failed(const QString& sentence);

private:
  void survey();

  Session& m_session;
  DataFiguresPtr m_figures;
  bool m_active = false;
  bool m_stale = true;
  Background m_work;
};

}  // namespace inkling::ui
