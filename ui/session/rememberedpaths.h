// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

namespace inkling::ui {

/// A list of the last few paths in the settings, newest first. Several windows may change one at a
/// time: none loses what another has added.
class RememberedPaths final {
public:
  static constexpr int kMost = 8;

  explicit RememberedPaths(QString key) : m_key(std::move(key)) {}

  QStringList paths() const;
  void add(const QString& path);  ///< to the front
  void remove(const QString& path);

private:
  void change(const std::function<void(QStringList&)>& change);

  QString m_key;
};

}  // namespace inkling::ui
