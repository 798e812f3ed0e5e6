// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/rememberedpaths.h"

#include <QMenu>

namespace inkling::ui {

/// File → Open recent: the last models opened or saved, newest first, kept in the settings.
class RecentFiles final : public QMenu {
  Q_OBJECT
public:
  explicit RecentFiles(QWidget* parent = nullptr);

  void add(const QString& path);
  void remove(const QString& path);

signals:
  void chosen(const QString& path);

protected:
  void changeEvent(QEvent* event) override;

private:
  void fill();

  RememberedPaths m_paths;
};

}  // namespace inkling::ui
