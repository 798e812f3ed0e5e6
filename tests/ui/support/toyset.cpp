// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/toyset.h"

#include "core/base/random.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace inkling::test {

namespace {

QByteArray header(quint32 magic, std::initializer_list<quint32> extents) {
  QByteArray bytes(4, '\0');
  qToBigEndian(magic, bytes.data());
  for (const quint32 extent : extents) {
    QByteArray four(4, '\0');
    qToBigEndian(extent, four.data());
    bytes += four;
  }
  return bytes;
}

QByteArray image(int label, const ToyFormat& format, Random& random) {
  const int side = format.side;
  const int across = format.width > 0 ? format.width : side;
  QByteArray pixels(side * across, '\0');
  for (char& pixel : pixels) pixel = static_cast<char>(random.below(60));
  const int columns = (format.classes + 1) / 2;
  const int width = std::max(1, (across - 8) / columns - 1);
  const int left = 4 + (across - 8) * (label % columns) / columns;
  const int top = label < columns ? side / 9 : side * 15 / 28;
  for (int y = top; y < top + side * 10 / 28; ++y)
    for (int x = left; x < left + width; ++x)
      pixels[y * across + x] = static_cast<char>(150 + random.below(100));
  return pixels;
}

void writeFile(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
    qFatal("cannot write %s", qPrintable(path));
}

void writeHalf(const QDir& folder, const QString& name, int count, const ToyFormat& format,
               std::uint64_t seed) {
  Random random(seed, RandomPurpose::Analysis);
  const auto side = static_cast<quint32>(format.side);
  const auto across = format.width > 0 ? static_cast<quint32>(format.width) : side;
  QByteArray images = header(0x00000803, {quint32(count), side, across});
  QByteArray labels = header(0x00000801, {quint32(count)});
  for (int i = 0; i < count; ++i) {
    const auto drawn = static_cast<int>(random.below(static_cast<std::uint32_t>(format.classes)));
    const int mixed = format.unequal && i % 2 == 0 ? 0 : drawn;
    const int label = format.sorted ? i * format.classes / count : mixed;
    images += image(label, format, random);
    labels += static_cast<char>(label);
  }
  writeFile(folder.filePath(name + QStringLiteral("-images-idx3-ubyte")), images);
  writeFile(folder.filePath(name + QStringLiteral("-labels-idx1-ubyte")), labels);
}

}  // namespace

void writeToySet(const QString& folder, int train, int test, const ToyFormat& format) {
  QDir().mkpath(folder);
  writeHalf(QDir(folder), QStringLiteral("train"), train, format, 1);
  writeHalf(QDir(folder), QStringLiteral("t10k"), test, format, 2);
  if (format.classes == 10 && !format.greek) return;
  QByteArray names;
  for (int i = 0; i < format.classes; ++i)
    names += (format.greek ? "κλάση " : "c") + QByteArray::number(i) + "\n";
  writeFile(QDir(folder).filePath(QStringLiteral("classes.txt")), names);
}

}  // namespace inkling::test
