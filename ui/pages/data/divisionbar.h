// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace inkling::ui {

class Session;
class WayBox;

/// How the training images are divided, to choose; below it the classes that a part lacks.
class DivisionBar final : public QWidget {
  Q_OBJECT
public:
  explicit DivisionBar(Session& session, QWidget* parent = nullptr);

  void retranslate();

private:
  void refresh();

  Session& m_session;
  QLabel* m_limitLabel;
  WayBox* m_limit;
  QLabel* m_validationLabel;
  WayBox* m_validation;
  QLabel* m_warnings;
};

}  // namespace inkling::ui
