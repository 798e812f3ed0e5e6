// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/fits.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/images.h"
#include "tests/core/support/networks.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using namespace inkling::test;

class TestFits final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void sameFormat_fits();
  void otherImages_areSaidInOneSentence_data();
  void otherImages_areSaidInOneSentence();
  void otherChannels_areNamed();
  void noImages_fitAnyNetwork();
  void oneImage_hasNoClasses();
};

namespace {

Model dense(int side, int classes) { return modelOf(side, {LayerSpec::dense(classes)}); }

}  // namespace

void TestFits::sameFormat_fits() {
  QCOMPARE(misfit(dense(12, 3).network, randomImages(5, 12, 3)), std::string());
  QVERIFY(fits(dense(12, 3).network, randomImages(5, 12, 3)));
  requireFits(dense(12, 3).network, randomImages(5, 12, 3));
}

void TestFits::otherImages_areSaidInOneSentence_data() {
  QTest::addColumn<int>("side");
  QTest::addColumn<int>("classes");
  QTest::addColumn<QString>("sentence");
  QTest::newRow("larger") << 32 << 10
                          << "The network expects images of 28×28 pixels, these have 32×32.";
  QTest::newRow("smaller") << 1 << 10
                           << "The network expects images of 28×28 pixels, these have 1×1.";
  QTest::newRow("more classes") << 28 << 26 << "The network knows 10 classes, the images have 26.";
  QTest::newRow("fewer classes") << 28 << 2 << "The network knows 10 classes, the images have 2.";
  QTest::newRow("both") << 20 << 2
                        << "The network expects images of 28×28 pixels, these have 20×20.";
}

void TestFits::otherImages_areSaidInOneSentence() {
  QFETCH(int, side);
  QFETCH(int, classes);
  QFETCH(QString, sentence);
  const Model model = dense(28, 10);
  const DataView images = randomImages(3, side, classes);
  QCOMPARE(QString::fromStdString(misfit(model.network, images)), sentence);
  QVERIFY(!fits(model.network, images));
  QCOMPARE(errorOf([&] { requireFits(model.network, images); }), sentence);
}

void TestFits::otherChannels_areNamed() {
  QCOMPARE(QString::fromStdString(misfit(dense(28, 10).network, Shape{28, 28, 3})),
           QString("The network expects images of 28×28 pixels in 1 channel, these have 28×28 in "
                   "3."));
}

void TestFits::noImages_fitAnyNetwork() {
  QVERIFY(fits(dense(28, 10).network, DataView()));
  QVERIFY(fits(dense(28, 10).network, DataView{randomImages(3, 12).set, {}}));
}

void TestFits::oneImage_hasNoClasses() {
  const Model model = dense(28, 26);
  QVERIFY(fits(model.network, Shape{28, 28, 1}));
  // As many pixels, but in other rows.
  QVERIFY(!fits(model.network, Shape{14, 56, 1}));
  const std::vector<std::uint8_t> pixels(1024);
  EXPECT_ERROR(requireFits(model.network, std::span(pixels)), "28×28", "784", "1024");
  EXPECT_ERROR(requireClass(model.network, 26), "0 … 25", "26");
  EXPECT_ERROR(requireClass(model.network, -1), "-1");
}

INKLING_TEST(TestFits)
#include "tst_fits.moc"
