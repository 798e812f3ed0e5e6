// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/train/batchcurve.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;

class TestBatchCurve final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void curve_ofAnyLength_staysBounded_data();
  void curve_ofAnyLength_staysBounded();
  void curve_goesOnBehindItsPoints_data();
  void curve_goesOnBehindItsPoints();
};

void TestBatchCurve::curve_ofAnyLength_staysBounded_data() {
  QTest::addColumn<int>("batches");
  for (const int batches : {0, 1, 7, 1999, 2000, 2001, 4001, 123456})
    QTest::newRow(qPrintable(QString::number(batches))) << batches;
}

void TestBatchCurve::curve_ofAnyLength_staysBounded() {
  QFETCH(int, batches);
  BatchCurve curve;
  double sum = 0;
  for (int i = 1; i <= batches; ++i) {
    curve.add({i, 0, static_cast<float>(i % 7), 0.5F, 0.1F});
    sum += i % 7;
  }
  const auto points = curve.points();
  QVERIFY(points.size() <= BatchCurve::kMostPoints);
  QCOMPARE(points.empty(), batches == 0);
  if (batches == 0) return;
  if (batches < 2000) QCOMPARE(points.size(), static_cast<std::size_t>(batches));
  QCOMPARE(points.back().step, static_cast<float>(batches));
  // The mean over all batches is that of the points, each with the batches that it stands for.
  double weighted = 0;
  float before = 0;
  for (const BatchPoint& point : points) {
    weighted += point.loss * (point.step - before);
    before = point.step;
    QCOMPARE(point.accuracy, 0.5F);
  }
  QVERIFY(std::abs(weighted / sum - 1) < 1e-5);
}

void TestBatchCurve::curve_goesOnBehindItsPoints_data() {
  QTest::addColumn<int>("batches");
  for (const int batches : {0, 1, 2, 3, 1999, 2000, 2001, 2002, 4001, 5000})
    QTest::newRow(qPrintable(QString::number(batches))) << batches;
}

void TestBatchCurve::curve_goesOnBehindItsPoints() {
  QFETCH(int, batches);
  const auto batch = [](int i) {
    return BatchRecord{i, 0, 1.0F / static_cast<float>(i), static_cast<float>(i % 7) / 7, 0.1F};
  };
  BatchCurve straight;
  for (int i = 1; i <= batches; ++i) straight.add(batch(i));
  BatchCurve continued(straight.points());
  for (int i = batches + 1; i <= batches + 3000; ++i) {
    straight.add(batch(i));
    continued.add(batch(i));
    QVERIFY2(straight.points() == continued.points(), qPrintable(QString::number(i)));
  }
}

INKLING_TEST(TestBatchCurve)
#include "tst_batchcurve.moc"
