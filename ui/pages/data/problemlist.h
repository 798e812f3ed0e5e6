// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataproblems.h"
#include "core/recipe/dataspec.h"
#include "ui/theme/icons.h"

#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace inkling::ui {

class Session;

/// What the settings mend in the data set, a line each, with a button that takes it back; and what
/// looks wrong still, with a button that mends it.
class ProblemList final : public QWidget {
  Q_OBJECT
public:
  explicit ProblemList(Session& session, QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  void refresh();
  /// What can be mended, and a sentence that says that it is.
  static std::vector<std::pair<bool DataMending::*, QString>> mendings();
  void addMending(const QString& words, bool DataMending::*which);
  void addProblem(const DataProblem& problem);
  QHBoxLayout* addRow(Icon mark, const QString& sentence);
  void addButton(QHBoxLayout* row, const QString& words, const QString& name,
                 const std::function<void()>& act);

  Session& m_session;
  QVBoxLayout* m_rows;
};

/// The problems of the data in use that the settings do not mend already.
std::vector<DataProblem> openProblems(const Session& session);

/// Changes the settings so that they mend it.
void mendProblem(Session& session, const DataProblem& problem);

}  // namespace inkling::ui
