// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/modelfile.h"
#include "ui/session/background.h"

#include <QObject>

#include <memory>

class QAction;
class QMenu;
class QWidget;

namespace inkling::ui {

class Prompter;
class Session;

/// Models for and from other programs: File → Export, File → Import weights.
class ExchangeActions final : public QObject {
  Q_OBJECT
public:
  ExchangeActions(Session& session, Prompter& prompter, QWidget* window);

  void fillMenu(QMenu* menu) const;
  void retranslate();

signals:
  /// With what was assumed about the weights, in whole sentences.
  void imported(std::shared_ptr<inkling::ModelFile> file, const QString& remarks);
  void failed(const QString& sentence);

private:
  void exportModel();
  void chooseWeights();
  /// W.npy needs its b.npy: the one beside it, else the one that the user names.
  void findBias(const QString& weights);
  void import(const QString& weights, const QString& bias);
  void update();

  Session& m_session;
  Prompter& m_prompter;
  QWidget* m_window;
  QAction* m_export;
  QAction* m_import;
  Background m_reading;
};

}  // namespace inkling::ui
