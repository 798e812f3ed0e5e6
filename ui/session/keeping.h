// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace inkling::ui {

class Preferences;

/// Can what the program keeps of its own accord be written: runs, checkpoints, the user's digits,
/// preferences? That it cannot is said once, whoever notices it, until something was written again.
class Keeping final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(Keeping)
public:
  explicit Keeping(QObject* parent = nullptr) : QObject(parent) {}

  /// Looks whether this user's folders can be written at all. failed() comes later.
  void look(const Preferences& preferences);
  void lost(const QString& sentence);  ///< something could not be written, and why
  void written() { m_said = false; }   ///< something was

signals:
  void failed(const QString& sentence);

private:
  bool m_said = false;
};

}  // namespace inkling::ui
