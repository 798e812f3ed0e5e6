// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/files.h"

#include <QFile>
#include <QtEndian>

#include <zlib.h>

namespace inkling::test {

std::filesystem::path Folder::path(const QString& name) const {
  return m_folder.filePath(name).toStdString();
}

std::filesystem::path Folder::write(const QString& name, const QByteArray& bytes) const {
  QFile file(m_folder.filePath(name));
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
    qFatal("Cannot write %s", qPrintable(file.fileName()));
  }
  return file.fileName().toStdString();
}

QByteArray fileBytes(const std::filesystem::path& path) {
  QFile file(QString::fromStdString(path.string()));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray idxBytes(const QList<quint32>& extents, const QByteArray& values, char type) {
  QByteArray bytes(2, '\0');
  bytes += type;
  bytes += static_cast<char>(extents.size());
  for (const quint32 extent : extents) {
    const quint32 big = qToBigEndian(extent);
    bytes += QByteArray(reinterpret_cast<const char*>(&big), sizeof big);
  }
  return bytes + values;
}

QByteArray gzipped(const QByteArray& bytes) {
  constexpr int kGzip = 15 + 16;
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, 9, Z_DEFAULT_STRATEGY);
  QByteArray out(
      static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 32, '\0');
  QByteArray in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) qFatal("Cannot compress");
  out.resize(static_cast<qsizetype>(stream.total_out));
  deflateEnd(&stream);
  return out;
}

}  // namespace inkling::test
