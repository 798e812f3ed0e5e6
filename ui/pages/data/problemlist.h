// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataproblems.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace inkling::ui {

class Session;

/// What looks wrong with the data set, a line each, with a button that mends it. Shows what is left
/// to be mended: of what the recipe mends already nothing is said.
class ProblemList final : public QWidget {
  Q_OBJECT
public:
  explicit ProblemList(Session& session, QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  void refresh();
  void addRow(const DataProblem& problem);

  Session& m_session;
  QVBoxLayout* m_rows;
};

/// The problems of the data in use that the settings do not mend already.
std::vector<DataProblem> openProblems(const Session& session);

/// Changes the settings so that they mend it.
void mendProblem(Session& session, const DataProblem& problem);

}  // namespace inkling::ui
