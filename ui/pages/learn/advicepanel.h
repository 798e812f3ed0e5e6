// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/advice.h"
#include "ui/session/background.h"
#include "ui/session/mailbox.h"

#include <QFrame>

#include <optional>
#include <set>

class QLabel;
class QToolButton;

namespace inkling::ui {

class Session;

/// A strip that speaks up when a run shows a problem: one sentence with the number, a button that
/// applies the suggested change. At the end of a run whose recipe has published figures it sets
/// them beside those measured here. Hidden while there is nothing to say.
class AdvicePanel final : public QFrame {
  Q_OBJECT
public:
  explicit AdvicePanel(Session& session, QWidget* parent = nullptr);

  /// Off: only published figures are shown.
  void setAdviceWanted(bool on);

signals:
  void noted(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void build();
  void forget();
  void gather(const Report& report);
  void measureHealth();
  void judge(bool wholeEpoch);
  void apply();
  void dismiss();
  void showTexts();

  Session& m_session;
  bool m_wanted = true;
  BatchWatch m_watch;
  History m_history;
  Health m_health;
  std::optional<StopReason> m_ended;
  int m_reports = 0;  ///< since the last judgement
  std::optional<Advice> m_advice;
  std::set<AdviceKind> m_dismissed;  ///< by the user, for this run
  bool m_figuresDismissed = false;
  QLabel* m_icon;
  QLabel* m_text;
  QLabel* m_figures;
  QToolButton* m_apply;
  QToolButton* m_close;
  Background m_measuring;
};

}  // namespace inkling::ui
