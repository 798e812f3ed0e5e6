// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/rememberedpaths.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/filelock.h"
#include "ui/session/userfiles.h"

#include <QSettings>

#include <optional>

namespace inkling::ui {

namespace {

/// Against other windows, between reading a list and writing it. Nothing where there can be no
/// lock: there the settings cannot be written, either.
std::optional<FileLock> lockSettings() {
  try {
    makeFolder(statePlace());
    return FileLock::wait(statePlace() / "settings.lock");
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

QStringList RememberedPaths::paths() const { return QSettings().value(m_key).toStringList(); }

void RememberedPaths::add(const QString& path) {
  change([&path](QStringList& paths) {
    paths.removeAll(path);
    paths.prepend(path);
  });
}

void RememberedPaths::remove(const QString& path) {
  change([&path](QStringList& paths) { paths.removeAll(path); });
}

void RememberedPaths::change(const std::function<void(QStringList&)>& change) {
  const auto lock = lockSettings();
  QSettings settings;
  settings.sync();  // what others have written
  QStringList paths = settings.value(m_key).toStringList();
  change(paths);
  settings.setValue(m_key, paths.mid(0, kMost));
  settings.sync();
}

}  // namespace inkling::ui
