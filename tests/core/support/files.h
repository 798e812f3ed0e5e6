// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTemporaryDir>

#include <filesystem>

namespace inkling::test {

/// A folder for the files of one test.
class Folder {
public:
  std::filesystem::path path(const QString& name) const;
  /// Writes a file and gives its path.
  std::filesystem::path write(const QString& name, const QByteArray& bytes) const;

private:
  QTemporaryDir m_folder;
};

inline QString arg(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

QByteArray fileBytes(const std::filesystem::path& file);

/// The bytes of an IDX file: header for `type` and `extents`, then `values`.
QByteArray idxBytes(const QList<quint32>& extents, const QByteArray& values, char type = 8);

/// The same bytes as a gzip file.
QByteArray gzipped(const QByteArray& bytes);

}  // namespace inkling::test
