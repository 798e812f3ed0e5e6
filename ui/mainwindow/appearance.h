// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace inkling::ui {

class Preferences;

/// Gives the application the language, the colours and the size of letters that the user prefers:
/// from the start, and at once when they change.
class Appearance final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(Appearance)
public:
  explicit Appearance(const Preferences& preferences, QObject* parent = nullptr);
};

}  // namespace inkling::ui
