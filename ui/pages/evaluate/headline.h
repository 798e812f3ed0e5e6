// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/evaluate/evaluation.h"

#include <QWidget>

class QLabel;

namespace inkling::ui {

/// The figures in one line: accuracy with its interval, where classes are unequal their means, then
/// errors, loss, calibration error.
class Headline final : public QWidget {
  Q_OBJECT
public:
  explicit Headline(QWidget* parent = nullptr);

  void show(const Evaluation& evaluation);
  void clear(const QString& why);

protected:
  void changeEvent(QEvent* event) override;

private:
  void enlarge();

  QLabel* m_accuracy;
  QLabel* m_interval;
  QLabel* m_means;  ///< over the classes; hidden where they are about equally large
  QLabel* m_rest;
};

}  // namespace inkling::ui
