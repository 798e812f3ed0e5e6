// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/features.h"
#include "core/analysis/health.h"
#include "core/analysis/neighbours.h"
#include "core/analysis/reading.h"
#include "core/analysis/robustness.h"
#include "core/analysis/saliency.h"
#include "core/analysis/strokeattribution.h"
#include "core/analysis/trace.h"
#include "core/train/evaluate.h"
#include "core/train/finetune.h"
#include "core/train/gradientcheck.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/images.h"
#include "tests/core/support/networks.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <functional>

using namespace inkling;
using namespace inkling::test;

/// Whatever takes a network and images refuses those that do not fit, before it reads a pixel.
class TestOtherImages final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void views_areRefused_data();
  void views_areRefused();
  void singleImages_areRefused_data();
  void singleImages_areRefused();
  void glyphs_areScaledOrRefused();
  void classesThatAreNotThere_areRefused();
  void featuresOfAnotherSize_areRefused();
};

namespace {

constexpr int kNetSide = 12;
constexpr int kNetClasses = 3;

using OnView = std::function<void(const Model&, const DataView&)>;
using OnImage = std::function<void(const Model&, std::span<const std::uint8_t>)>;

struct ViewUse {
  const char* name;
  OnView use;
};

std::vector<ViewUse> viewUses() {
  return {
      {"evaluate", [](const Model& m, const DataView& v) { evaluate(m, v, 1); }},
      {"predictAll", [](const Model& m, const DataView& v) { predictAll(m, v, 1); }},
      {"features", [](const Model& m, const DataView& v) { features(m, v, 1); }},
      {"health", [](const Model& m, const DataView& v) { health(m, v); }},
      {"robustness", [](const Model& m, const DataView& v) { robustness(m, v, {.threads = 1}); }},
      {"checkGradients", [](const Model& m, const DataView& v) { checkGradients(m, v); }},
      {"fineTune",
       [](const Model& m, const DataView& v) {
         DataSource others = tinyData(kNetSide, 20, 10, kNetClasses);
         fineTune(m, {v.set, nullptr}, others);
       }},
  };
}

}  // namespace

void TestOtherImages::views_areRefused_data() {
  QTest::addColumn<OnView>("use");
  QTest::addColumn<int>("side");
  QTest::addColumn<int>("classes");
  QTest::addColumn<QString>("sentence");
  for (const ViewUse& each : viewUses()) {
    const auto row = [&](const char* what, int side, int classes, const char* sentence) {
      QTest::addRow("%s, %s", each.name, what) << each.use << side << classes << sentence;
    };
    row("larger", 64, kNetClasses, "images of 12×12 pixels, these have 64×64");
    row("smaller", 1, kNetClasses, "images of 12×12 pixels, these have 1×1");
    row("more classes", kNetSide, 200, "knows 3 classes, the images have 200");
    row("fewer classes", kNetSide, 2, "knows 3 classes, the images have 2");
  }
}

void TestOtherImages::views_areRefused() {
  QFETCH(OnView, use);
  QFETCH(int, side);
  QFETCH(int, classes);
  QFETCH(QString, sentence);
  EXPECT_ERROR(use(smallConvNet(), randomImages(300, side, classes)), sentence);
}

void TestOtherImages::singleImages_areRefused_data() {
  QTest::addColumn<OnImage>("use");
  const auto row = [](const char* name, OnImage use) { QTest::newRow(name) << use; };
  using Image = std::span<const std::uint8_t>;
  row("predict", [](const Model& m, Image i) { predict(m, i); });
  row("featuresOf", [](const Model& m, Image i) { featuresOf(m, i); });
  row("networkInput", [](const Model& m, Image i) { networkInput(m, i); });
  row("saliency", [](const Model& m, Image i) { saliency(m, i, 0); });
  row("contrast", [](const Model& m, Image i) { contrast(m, i, 0, 1); });
  row("occlusionMap", [](const Model& m, Image i) { occlusionMap(m, i, 0); });
}

void TestOtherImages::singleImages_areRefused() {
  QFETCH(OnImage, use);
  const std::vector<std::uint8_t> pixels(32 * 32, 7);
  EXPECT_ERROR(use(smallConvNet(), pixels), "12×12", "1024");
}

void TestOtherImages::glyphs_areScaledOrRefused() {
  const Model model = modelOf(32, {LayerSpec::dense(10)});
  // As many pixels as a glyph, but in other rows.
  Model wide = model;
  wide.network = Network<float>({14, 56, 1}, model.recipe.layers);
  Glyph glyph{};
  glyph[400] = 255;
  const Ink ink = {{{{10, 10}, {20, 20}}}};
  for (const Model& other : {model, wide}) {
    QCOMPARE(readGlyph(other, glyph).probabilities.size(), std::size_t{10});
    EXPECT_ERROR(strokeAttribution(other, ink), "these have 28×28");
  }
  const std::vector<float> input(784);
  EXPECT_ERROR(Trace(model.network, input), "1024", "784");
}

void TestOtherImages::classesThatAreNotThere_areRefused() {
  const Model model = smallConvNet();
  const DataView view = randomImages(1, kNetSide);
  EXPECT_ERROR(saliency(model, view.image(0), 3), "no class 3");
  EXPECT_ERROR(contrast(model, view.image(0), 0, 200), "no class 200");
  EXPECT_ERROR(occlusionMap(model, view.image(0), -1), "no class -1");
}

void TestOtherImages::featuresOfAnotherSize_areRefused() {
  const Matrix<float> points = Matrix<float>::Zero(8, 5);
  EXPECT_ERROR(nearest(points, Vector<float>::Zero(9), 2), "9", "8");
  EXPECT_ERROR(placeAmong(points, Matrix<float>::Zero(2, 5), Vector<float>::Zero(3)), "3", "8");
}

INKLING_TEST(TestOtherImages)
#include "tst_otherimages.moc"
