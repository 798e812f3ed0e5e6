// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/recentfiles.h"

#include <QEvent>
#include <QFileInfo>
#include <QSettings>

namespace inkling::ui {

namespace {

constexpr int kMost = 8;

QString key() { return QStringLiteral("files/recent"); }

}  // namespace

RecentFiles::RecentFiles(QWidget* parent) : QMenu(parent) {
  setObjectName(QStringLiteral("recentMenu"));
  setToolTipsVisible(true);
  fill();
}

void RecentFiles::add(const QString& path) {
  QStringList known = paths();
  known.removeAll(path);
  known.prepend(path);
  store(known.mid(0, kMost));
}

void RecentFiles::remove(const QString& path) {
  QStringList known = paths();
  if (known.removeAll(path) > 0) store(known);
}

QStringList RecentFiles::paths() { return QSettings().value(key()).toStringList(); }

void RecentFiles::changeEvent(QEvent* event) {
  QMenu::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) fill();
}

void RecentFiles::store(const QStringList& paths) {
  QSettings().setValue(key(), paths);
  fill();
}

void RecentFiles::fill() {
  clear();
  setTitle(tr("Open &recent"));
  const QStringList known = paths();
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
