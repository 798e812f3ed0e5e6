// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/keeping.h"

#include "ui/session/preferences.h"
#include "ui/session/userfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <cerrno>
#include <cstring>
#include <unistd.h>
#include <utility>

namespace inkling::ui {

namespace {

/// Why nothing can be made at or below that path, 0 if it can.
int obstacleAt(std::filesystem::path place) {
  while (::access(place.c_str(), F_OK) != 0 && errno == ENOENT && place.has_relative_path())
    place = place.parent_path();
  return ::access(place.c_str(), W_OK | X_OK) == 0 ? 0 : errno;
}

}  // namespace

void Keeping::look(const Preferences& preferences) {
  const std::filesystem::path settings =
      QFileInfo(QSettings().fileName()).absolutePath().toStdString();
  const std::pair<std::filesystem::path, QString> places[] = {
      {runsPlace(preferences.values()), tr("finished runs")},
      {statePlace(), tr("the run under way")},
      {userPlace("my-digits.jsonl").parent_path(), tr("your digits")},
      {settings, tr("preferences")}};
  QStringList what;
  QString where;
  for (const auto& [place, name] : places) {
    const int obstacle = obstacleAt(place);
    if (obstacle == 0) continue;
    what << name;
    if (where.isEmpty())
      where = tr("%1 (%2)").arg(QString::fromStdString(place.string()),
                                QString::fromLocal8Bit(std::strerror(obstacle)));
  }
  if (what.isEmpty()) return;
  const QString sentence =
      tr("Inkling cannot write into %1, so these are lost when it is closed: %2. Save models "
         "elsewhere; all else works.")
          .arg(where, what.join(tr(", ")));
  // When somebody listens.
  QMetaObject::invokeMethod(
      this, [this, sentence] { lost(sentence); }, Qt::QueuedConnection);
}

void Keeping::lost(const QString& sentence) {
  if (!std::exchange(m_said, true)) emit failed(sentence);
}

}  // namespace inkling::ui
