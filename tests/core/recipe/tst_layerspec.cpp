// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/layerspec.h"
#include "tests/core/support/expecterror.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;


class TestLayerSpec final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shapesAndCounts_areAsComputedByHand_data();
  void shapesAndCounts_areAsComputedByHand();
  void layerThatDoesNotFit_saysWhy();
  void names_areThoseOfTheFiles();
};

void TestLayerSpec::shapesAndCounts_areAsComputedByHand_data() {
  QTest::addColumn<LayerSpec>("spec");
  QTest::addColumn<Shape>("input");
  QTest::addColumn<Shape>("output");
  QTest::addColumn<long>("parameters");
  const auto row = [](const char* name, LayerSpec spec, Shape input, Shape output, long count) {
    QTest::newRow(name) << spec << input << output << count;
  };
  LayerSpec strided = LayerSpec::conv2d(16, 5, 2);
  strided.stride = 2;
  LayerSpec bare = LayerSpec::conv2d(8, 3);
  bare.bias = false;
  row("dense", LayerSpec::dense(128), {28, 28, 1}, {1, 1, 128}, 100480);
  row("dense after convolution", LayerSpec::dense(10), {13, 13, 8}, {1, 1, 10}, 13530);
  row("conv", LayerSpec::conv2d(24, 5), {28, 28, 1}, {24, 24, 24}, 624);
  row("conv padded", LayerSpec::conv2d(16, 3, 1), {28, 28, 3}, {28, 28, 16}, 448);
  row("conv strided", strided, {28, 20, 2}, {14, 10, 16}, 816);
  row("conv without bias", bare, {28, 28, 1}, {26, 26, 8}, 72);
  row("pool", LayerSpec::maxPool2d(2), {26, 26, 8}, {13, 13, 8}, 0);
  row("pool drops the rest", LayerSpec::maxPool2d(2), {11, 5, 32}, {5, 2, 32}, 0);
  row("flatten", LayerSpec::of(LayerKind::Flatten), {5, 5, 32}, {1, 1, 800}, 0);
  row("relu", LayerSpec::of(LayerKind::ReLU), {5, 5, 32}, {5, 5, 32}, 0);
  row("dropout", LayerSpec::dropout(0.5), {1, 1, 9}, {1, 1, 9}, 0);
  row("batch norm", LayerSpec::of(LayerKind::BatchNorm), {5, 5, 32}, {5, 5, 32}, 64);
}

void TestLayerSpec::shapesAndCounts_areAsComputedByHand() {
  QFETCH(LayerSpec, spec);
  QFETCH(Shape, input);
  QFETCH(Shape, output);
  QFETCH(long, parameters);
  QVERIFY(outputShape(spec, input) == output);
  QCOMPARE(parameterCount(spec, input), parameters);
}

void TestLayerSpec::layerThatDoesNotFit_saysWhy() {
  EXPECT_ERROR(outputShape(LayerSpec::conv2d(8, 5), {4, 9, 1}), "conv2d", "kernel of 5",
               "height is 4");
  EXPECT_ERROR(outputShape(LayerSpec::maxPool2d(3), {9, 2, 1}), "max_pool2d", "width is 2");
  EXPECT_ERROR(outputShape(LayerSpec::conv2d(8, 3, 3), {9, 9, 1}),
               "padding smaller than its kernel");
  EXPECT_ERROR(outputShape(LayerSpec::dense(0), {9, 9, 1}), "at least 1 unit, not 0");
  EXPECT_ERROR(outputShape(LayerSpec::conv2d(65536, 1), {28, 28, 1}), "more than 4194304 values");
}

void TestLayerSpec::names_areThoseOfTheFiles() {
  QCOMPARE(QString::fromStdString(toString(LayerKind::Dense)), QString("dense"));
  QCOMPARE(QString::fromStdString(toString(LayerKind::BatchNorm)), QString("batch_norm"));
  QCOMPARE(QString::fromStdString(toString(InitKind::Zeros)), QString("zeros"));
  QCOMPARE(QString::fromStdString(toString(InitKind::FanInUniform)), QString("fan_in_uniform"));
}

INKLING_TEST(TestLayerSpec)
#include "tst_layerspec.moc"
