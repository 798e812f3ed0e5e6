// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/batchgather.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace inkling;

class TestBatchGather final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void transform_isToldTheImagesNumber();
  void imageDrawnAgain_isTransformedAnew();
};

namespace {

constexpr Index kWhole = 28 * 28;

/// Paints a sample in the colour of its number.
class Painter final : public SampleTransform {
public:
  bool apply(std::span<const std::uint8_t>, int, std::uint32_t, std::uint32_t sample,
             std::span<std::uint8_t> out) const override {
    std::ranges::fill(out, static_cast<std::uint8_t>(sample));
    return true;
  }
};

/// The numbers that the transform is told of the samples at these places of a view of the images
/// 10, 11, 12 and 13.
std::vector<int> numbersToldOf(std::vector<std::uint32_t> positions,
                               std::optional<std::uint32_t> before) {
  auto set = std::make_shared<Dataset>();
  set->width = set->height = 28;
  set->classes = 1;
  set->labels.resize(14);
  set->pixels.resize(14 * kWhole);
  const DataView view{set, {10, 11, 12, 13}};
  DataSpec spec;
  spec.std = 1.0 / 255;
  const Painter painter;
  const BatchGather gather(view, spec, &painter);
  std::vector<Label> labels(positions.size());
  const BatchChoice choice{positions, {}, 2, before};
  const ChosenBatch batch(gather, choice, labels);
  std::vector<float> pixels(positions.size() * kWhole);
  const auto count = static_cast<Index>(positions.size());
  batch.fill(0, count, Columns<float>(pixels.data(), kWhole));
  std::vector<int> numbers;
  for (Index s = 0; s < count; ++s)
    numbers.push_back(qRound(pixels[static_cast<std::size_t>(s * kWhole)]));
  return numbers;
}

}  // namespace

void TestBatchGather::transform_isToldTheImagesNumber() {
  QCOMPARE(numbersToldOf({3, 0, 2}, std::nullopt), (std::vector<int>{13, 10, 12}));
}

void TestBatchGather::imageDrawnAgain_isTransformedAnew() {
  QCOMPARE(numbersToldOf({3, 3, 0, 3}, 40), (std::vector<int>{40, 41, 42, 43}));
}

INKLING_TEST(TestBatchGather)
#include "tst_batchgather.moc"
