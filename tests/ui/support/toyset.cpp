// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/toyset.h"

#include "core/base/random.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

namespace inkling::test {

namespace {

constexpr int kSide = 28;

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

QByteArray image(int label, Random& random) {
  QByteArray pixels(kSide * kSide, '\0');
  for (char& pixel : pixels) pixel = static_cast<char>(random.below(60));
  const int left = 4 + 4 * (label % 5);
  const int top = label < 5 ? 3 : 15;
  for (int y = top; y < top + 10; ++y)
    for (int x = left; x < left + 3; ++x)
      pixels[y * kSide + x] = static_cast<char>(150 + random.below(100));
  return pixels;
}

void writeFile(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
    qFatal("cannot write %s", qPrintable(path));
}

void writeHalf(const QDir& folder, const QString& name, int count, std::uint64_t seed) {
  Random random(seed, RandomPurpose::Analysis);
  QByteArray images = header(0x00000803, {quint32(count), kSide, kSide});
  QByteArray labels = header(0x00000801, {quint32(count)});
  for (int i = 0; i < count; ++i) {
    const int label = static_cast<int>(random.below(10));
    images += image(label, random);
    labels += static_cast<char>(label);
  }
  writeFile(folder.filePath(name + QStringLiteral("-images-idx3-ubyte")), images);
  writeFile(folder.filePath(name + QStringLiteral("-labels-idx1-ubyte")), labels);
}

}  // namespace

void writeToySet(const QString& folder, int train, int test) {
  writeHalf(QDir(folder), QStringLiteral("train"), train, 1);
  writeHalf(QDir(folder), QStringLiteral("t10k"), test, 2);
}

}  // namespace inkling::test
