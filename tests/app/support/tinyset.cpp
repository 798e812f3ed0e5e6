// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/tinyset.h"

#include "core/ink/ink.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QtEndian>

#include <array>

namespace inkling::test {
namespace {

// Segments in the usual order: top, right upper, right lower, bottom, left lower, left upper,
// middle.
constexpr std::array<int, 10> kLit = {0b0111111, 0b0000110, 0b1011011, 0b1001111, 0b1100110,
                                      0b1101101, 0b1111101, 0b0000111, 0b1111111, 0b1101111};

QByteArray bigEndian(quint32 value) {
  QByteArray bytes(4, 0);
  qToBigEndian(value, bytes.data());
  return bytes;
}

Glyph glyphOf(const QImage& image) {
  GreyImage grey{image.width(), image.height(), {}};
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x)
      grey.pixels.push_back(static_cast<std::uint8_t>(qGray(image.pixel(x, y))));
  }
  return normaliseImage(grey);
}

bool write(const QString& file, const QByteArray& bytes) {
  QFile out(file);
  return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
}

bool writePart(const QDir& folder, const QString& part, int count, int firstVariant) {
  constexpr quint32 kSide = 28;
  QByteArray images = bigEndian(0x803) + bigEndian(static_cast<quint32>(count)) + bigEndian(kSide) +
                      bigEndian(kSide);
  QByteArray labels = bigEndian(0x801) + bigEndian(static_cast<quint32>(count));
  for (int i = 0; i < count; ++i) {
    const int digit = i % 10;
    const Glyph glyph = glyphOf(drawDigit(digit, 84, firstVariant + i / 10));
    images.append(reinterpret_cast<const char*>(glyph.data()),
                  static_cast<qsizetype>(glyph.size()));
    labels.append(static_cast<char>(digit));
  }
  return write(folder.filePath(part + "-images-idx3-ubyte"), images) &&
         write(folder.filePath(part + "-labels-idx1-ubyte"), labels);
}

}  // namespace

QImage drawDigit(int digit, int side, int variant, QColor ink, QColor paper) {
  QImage image(side, side, QImage::Format_ARGB32);
  image.fill(paper);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(side / 2.0, side / 2.0);
  painter.scale(side / 100.0, side / 100.0);
  painter.shear(-0.03 * (variant % 7), 0);
  painter.rotate(variant % 11 - 5);
  painter.setPen(QPen(ink, 7 + variant % 4, Qt::SolidLine, Qt::RoundCap));
  const QPointF a(-18, -34), b(18, -34), c(18, 0), d(18, 34), e(-18, 34), f(-18, 0);
  const std::array<QLineF, 7> segments = {QLineF(a, b), QLineF(b, c), QLineF(c, d), QLineF(d, e),
                                          QLineF(e, f), QLineF(f, a), QLineF(f, c)};
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if ((kLit[static_cast<std::size_t>(digit)] >> i & 1) != 0) painter.drawLine(segments[i]);
  }
  return image;
}

bool writeTinySet(const QString& folder, int train, int test) {
  return writePart(QDir(folder), "train", train, 0) &&
         writePart(QDir(folder), "t10k", test, train / 10);
}

}  // namespace inkling::test
