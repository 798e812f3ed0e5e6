// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/language.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QString>

namespace inkling::ui {

/// What the user sets for the program, whatever is trained. As here: the defaults.
struct PreferenceValues {
  Language language = Language::System;
  Theme theme = Theme::System;
  int textSize = 100;      ///< percent of the system's, kLeastText to kMostText
  bool lesson = true;      ///< the recipe's lesson is shown
  bool advice = true;      ///< on the run
  int threads = 0;         ///< of a run and of what is computed beside it; 0: all cores
  bool checkpoint = true;  ///< of the run under way is kept
  QString runsFolder{};    ///< of the history, absolute; empty: the usual one
  int runsLimit = 1024;    ///< of the history in MB (2^20 bytes), kLeastRuns to kMostRuns

  static constexpr int kLeastText = 80;
  static constexpr int kMostText = 200;
  static constexpr int kLeastRuns = 10;
  static constexpr int kMostRuns = 1 << 20;

  bool operator==(const PreferenceValues&) const = default;
};

/// The user's preferences, the same for menus, dialogs and pages, and kept in the settings file.
/// What that holds is not trusted: a value that makes no sense is the default. Only what changes is
/// written, so that windows side by side leave each other's alone.
class Preferences final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(Preferences)
public:
  explicit Preferences(QObject* parent = nullptr);

  const PreferenceValues& values() const { return m_values; }
  void set(const PreferenceValues& values);
  template <typename Value>
  void set(Value PreferenceValues::*which, const Value& value) {
    PreferenceValues values = m_values;
    values.*which = value;
    set(values);
  }
  void restoreDefaults();    ///< nothing of them is in the file then
  static int mostThreads();  ///< the cores of this machine

signals:
  void changed(const inkling::ui::PreferenceValues& before);
  /// They cannot be written; said once until they can.
  void failed(const QString& sentence);

private:
  void take(const PreferenceValues& values);

  PreferenceValues m_values;
  bool m_refused = false;  ///< that they cannot be written was said
};

}  // namespace inkling::ui
