// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/golden.h"

#include <QDir>
#include <QDirIterator>

namespace inkling::test {

namespace fs = std::filesystem;

fs::path golden(const QString& name) {
  const QDir root(qEnvironmentVariable("INKLING_SOURCE_DIR") + QStringLiteral("/tests/golden"));
  return root.filePath(name).toStdString();
}

QStringList goldenFiles(const QString& folder) {
  const QDir root(QString::fromStdString(golden().string()));
  QStringList files;
  QDirIterator it(root.filePath(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (it.hasNext()) files << root.relativeFilePath(it.next());
  files.sort();
  return files;
}

fs::path goldenCopy(const QString& name, const Folder& to) {
  const fs::path copy = to.path(name);
  fs::create_directories(copy.parent_path());
  fs::copy(golden(name), copy, fs::copy_options::recursive);
  return copy;
}

}  // namespace inkling::test
