// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/finetune.h"
#include "ui/session/background.h"

#include <QFrame>
#include <QTimer>

#include <array>
#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace inkling::ui {

class PersonalDigits;
class Session;

/// "Learn my handwriting": trains a copy of the model in use on the user's digits beside the
/// window, shows what it gained and lost, and lets the user keep or discard it.
class HandwritingLearner final : public QFrame {
  Q_OBJECT
public:
  HandwritingLearner(Session& session, PersonalDigits& digits, QWidget* parent = nullptr);

  const FineTuned& result() const { return m_result; }

signals:
  void failed(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;

private:
  enum class State { Idle, Learning, Learnt };

  void build();
  void start();
  void cancel();
  void keep();
  void kept(const ModelPtr& model);
  void forget();
  void finish(const FineTuned& result);
  void setState(State state);
  QString whyNot() const;
  QString hint() const;
  void showFigures();
  void update();
  void retranslate();

  Session& m_session;
  PersonalDigits& m_digits;
  State m_state = State::Idle;
  FineTuned m_result;
  std::shared_ptr<std::atomic<double>> m_progress;
  QTimer m_poll;
  QLabel* m_title;
  QLabel* m_text;
  QLabel* m_figures;
  QProgressBar* m_bar;
  QPushButton* m_learn;
  QPushButton* m_cancel;
  QPushButton* m_keep;
  QPushButton* m_discard;
  QPushButton* m_forget;
  Background m_work;
};

}  // namespace inkling::ui
