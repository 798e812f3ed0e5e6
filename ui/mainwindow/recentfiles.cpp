// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/recentfiles.h"

#include <QEvent>
#include <QFileInfo>

namespace inkling::ui {

RecentFiles::RecentFiles(QWidget* parent) : QMenu(parent), m_paths(QStringLiteral("files/recent")) {
  setObjectName(QStringLiteral("recentMenu"));
  setToolTipsVisible(true);
  connect(this, &QMenu::aboutToShow, this, &RecentFiles::fill);  // with those of other windows
  fill();
}

void RecentFiles::add(const QString& path) {
  m_paths.add(path);
  fill();
}

void RecentFiles::remove(const QString& path) {
  m_paths.remove(path);
  fill();
}

void RecentFiles::changeEvent(QEvent* event) {
  QMenu::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) fill();
}

void RecentFiles::fill() {
  clear();
  setTitle(tr("Open &recent"));
  const QStringList known = m_paths.paths();
  for (const QString& path : known) {
    const int number = static_cast<int>(actions().size()) + 1;
    auto* action = addAction(QStringLiteral("&%1  %2").arg(number).arg(QFileInfo(path).fileName()));
    action->setToolTip(path);
    connect(action, &QAction::triggered, this, [this, path] { emit chosen(path); });
  }
  if (!known.isEmpty()) return;
  addAction(tr("No models opened yet"))->setEnabled(false);
}

}  // namespace inkling::ui
