// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <exception>

namespace inkling::ui {

/// The last resort: what a slot or an event handler throws ends that event, not the program.
class Application final : public QApplication {
  Q_OBJECT
public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override;
  /// From now on SIGTERM, SIGHUP and SIGINT become endWanted(), instead of ending the program; not
  /// those that are ignored (nohup).
  void hearSignals();

signals:
  /// Something was thrown; emitted once the event is over.
  void failed(const QString& sentence);
  void endWanted();  ///< by the system or from a terminal: now, and without a question

private:
  void tell(const std::exception_ptr& error);
};

}  // namespace inkling::ui
