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
/// them beside those measured here. Hidden while there is nothing to say. It stands in no layout:
/// it lies over the lesson, so that nothing moves away from under the mouse.
class AdvicePanel final : public QFrame {
  Q_OBJECT
public:
  /// `lesson`: what it covers, a sibling.
  AdvicePanel(Session& session, QWidget& lesson);

  /// Off: only published figures are shown.
  void setAdviceWanted(bool on);

signals:
  void noted(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void build();
  void forget();
  void gather(const Report& report);
  void measureHealth();
  void judge(bool wholeEpoch);
  void apply();
  void dismiss();
  bool hasPublished() const;
  void showTexts();
  void place();

  Session& m_session;
  QWidget& m_lesson;
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
