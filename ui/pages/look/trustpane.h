// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"
#include "ui/session/background.h"

#include <QList>
#include <QPair>
#include <QWidget>

class QLabel;
class QPushButton;

namespace inkling::ui {

class Session;

/// Whether the mathematics can be trusted: the gradients against differences of the loss, the
/// training against PyTorch and NumPy, and a hash to compare two machines.
class TrustPane final : public QWidget {
  Q_OBJECT
public:
  explicit TrustPane(Session& session, QWidget* parent = nullptr);

  void setModel(const ModelPtr& model);
  bool busy() const { return m_checker.busy() || m_comparer.busy(); }

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  void build();
  void showHash();
  void checkGradients();
  void toggleParity();
  void compare();
  void showParity(bool done);
  void retranslate();

  Session& m_session;
  ModelPtr m_model;
  QPushButton* m_check;
  QLabel* m_checked;
  QPushButton* m_parity;
  QLabel* m_compared;
  QLabel* m_table;
  QLabel* m_hash;
  bool m_comparing = false;
  QList<QPair<QString, double>> m_differences;  ///< of each recipe, as far as compared
  Background m_checker;
  Background m_comparer;
};

}  // namespace inkling::ui
