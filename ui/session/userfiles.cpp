// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/userfiles.h"

#include "core/base/error.h"
#include "core/base/folders.h"
#include "ui/session/preferences.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <pwd.h>
#include <unistd.h>

namespace inkling::ui {

namespace {

constexpr QLatin1String kRecipeSuffix(".inkling");

}  // namespace

void findHome() {
  if (!qEnvironmentVariableIsEmpty("HOME")) return;
  if (const passwd* user = ::getpwuid(::geteuid())) qputenv("HOME", user->pw_dir);
}

std::filesystem::path userPlace(const char* name) {
  try {
    return userFolder() / name;
  } catch (const Error&) {  // not even the system knows a home
    return std::filesystem::path(QDir::homePath().toStdString()) / ".local/share/inkling" / name;
  }
}

std::filesystem::path runsPlace(const PreferenceValues& preferences) {
  const QString& folder = preferences.runsFolder;
  return folder.isEmpty() ? userPlace("runs") : std::filesystem::path(folder.toStdString());
}

std::filesystem::path statePlace() {
  try {
    return stateFolder();
  } catch (const Error&) {
    return std::filesystem::path(QDir::homePath().toStdString()) / ".local/state/inkling";
  }
}

QString lastFolder() {
  return QSettings().value(QStringLiteral("files/folder"), QDir::homePath()).toString();
}

void rememberFolder(const QString& path) {
  QSettings().setValue(QStringLiteral("files/folder"), QFileInfo(path).absolutePath());
}

QString recipeFileName(const QString& recipe) {
  return recipe + kRecipeSuffix + QLatin1String(".json");
}

QString recipeNameOf(const QString& path) {
  QString name = QFileInfo(path).completeBaseName();
  if (name.endsWith(kRecipeSuffix)) name.chop(kRecipeSuffix.size());
  return name;
}

}  // namespace inkling::ui
