// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/blockset.h"

#include "core/base/random.h"
#include "core/data/fingerprint.h"
#include "tests/core/support/files.h"

#include <QFile>

namespace inkling::test {
namespace {

constexpr int kSide = 28;

std::shared_ptr<const Dataset> blocks(int count, std::uint64_t seed) {
  auto set = std::make_shared<Dataset>();
  set->width = set->height = kSide;
  set->classes = 10;
  for (int i = 0; i < count; ++i) {
    Random random(seed, RandomPurpose::Analysis, static_cast<std::uint32_t>(i));
    const int label = i % 10;
    const int top = label / 5 * 14 + 2;
    const int left = label % 5 * 5 + 1;
    for (int y = 0; y < kSide; ++y)
      for (int x = 0; x < kSide; ++x) {
        const bool inside = y >= top && y < top + 10 && x >= left && x < left + 5;
        set->pixels.push_back(static_cast<std::uint8_t>((inside ? 120 : 0) + random.below(120)));
      }
    set->labels.push_back(static_cast<Label>(label));
  }
  return set;
}

void write(const std::filesystem::path& folder, const QString& name, const Dataset& set) {
  const auto save = [&](const QString& kind, const QByteArray& bytes) {
    QFile file(QString::fromStdString(folder.string()) + "/" + name + kind);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
      qFatal("Cannot write %s", qPrintable(file.fileName()));
  };
  const auto count = static_cast<quint32>(set.count());
  const auto bytes = [](const std::vector<std::uint8_t>& values) {
    return QByteArray(reinterpret_cast<const char*>(values.data()),
                      static_cast<qsizetype>(values.size()));
  };
  save("-images-idx3-ubyte", idxBytes({count, kSide, kSide}, bytes(set.pixels)));
  save("-labels-idx1-ubyte", idxBytes({count}, bytes({set.labels.begin(), set.labels.end()})));
}

}  // namespace

DataSource blockSource(int train, int test) {
  DataSource source{"blocks",
                    "Blocks",
                    {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"},
                    blocks(train, 1),
                    blocks(test, 2)};
  source.fingerprint = fingerprint(source);
  return source;
}

void writeBlockSet(const std::filesystem::path& folder, int train, int test) {
  std::filesystem::create_directories(folder);
  write(folder, "train", *blocks(train, 1));
  write(folder, "t10k", *blocks(test, 2));
}

}  // namespace inkling::test
