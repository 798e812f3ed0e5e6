// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/confusion.h"
#include "core/analysis/coverage.h"
#include "core/analysis/errorlist.h"
#include "core/analysis/interval.h"
#include "core/analysis/mcnemar.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/predictions.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;

namespace {
bool equal(double a, double b, double tolerance = 1e-9) { return std::abs(a - b) <= tolerance; }

// Three classes: true 0 0 0 1 1 2, read as 0 0 1 1 0 2; falling confidence but for the last.
Predictions six() {
  return test::predictionsOf({{0.9F, 0.05F, 0.05F},
                              {0.8F, 0.1F, 0.1F},
                              {0.3F, 0.7F, 0.0F},
                              {0.2F, 0.6F, 0.2F},
                              {0.5F, 0.4F, 0.1F},
                              {0.0F, 0.05F, 0.95F}},
                             {0, 0, 0, 1, 1, 2});
}

}  // namespace

class TestEvaluation final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void confusion_countsByTrueAndPredicted();
  void classScores_areTheHandComputedOnes();
  void emptyClass_scoresZero();
  void unequalClasses_haveMeansOfTheirOwn();
  void emptyClass_isLeftOutOfTheMeans();
  void classesOfMnist_areAboutEqual();
  void samplesIn_givesTheCellsSamples();
  void wilson_matchesTheFormula_data();
  void wilson_matchesTheFormula();
  void coverage_risesFromTheSurest();
  void coverageAt_countsWhatIsAnswered();
  void mcnemar_fewDiscordant_isExact();
  void mcnemar_manyDiscordant_isChiSquare();
  void compareModels_tellsThePairsApart();
  void compareModels_differentSamples_throws();
  void errorsCsv_surestFirstAndQuoted();
};

void TestEvaluation::confusion_countsByTrueAndPredicted() {
  const Confusion confusion(six());
  const int expected[3][3] = {{2, 1, 0}, {1, 1, 0}, {0, 0, 1}};
  for (int r = 0; r < 3; ++r)
    for (int c = 0; c < 3; ++c) QCOMPARE(confusion.count(r, c), expected[r][c]);
  QCOMPARE(confusion.total(), 6);
  QCOMPARE(confusion.errors(), 2);
  QVERIFY(equal(confusion.rowShare(0, 1), 1.0 / 3));
}

void TestEvaluation::classScores_areTheHandComputedOnes() {
  const Confusion confusion(six());
  const ClassScore zero = confusion.score(0);
  QCOMPARE(zero.support, 3);
  QCOMPARE(zero.predicted, 3);
  QVERIFY(equal(zero.precision, 2.0 / 3) && equal(zero.recall, 2.0 / 3) && equal(zero.f1, 2.0 / 3));
  const ClassScore one = confusion.score(1);
  QVERIFY(equal(one.precision, 0.5) && equal(one.recall, 0.5) && equal(one.f1, 0.5));
  QVERIFY(equal(confusion.macroF1(), (2.0 / 3 + 0.5 + 1) / 3));
}

void TestEvaluation::emptyClass_scoresZero() {
  Confusion confusion(2);
  confusion.add(0, 0);
  const ClassScore score = confusion.score(1);
  QCOMPARE(score.support, 0);
  QCOMPARE(score.precision, 0.0);
  QCOMPARE(score.recall, 0.0);
  QCOMPARE(score.f1, 0.0);
  QCOMPARE(confusion.rowShare(1, 0), 0.0);
}

// 90 of class 0, all right; 10 of class 1, of which one is. Precision of 0: 90/99, F1 180/189;
// of 1: 1, F1 2/11.
void TestEvaluation::unequalClasses_haveMeansOfTheirOwn() {
  Confusion confusion(2);
  for (int i = 0; i < 90; ++i) confusion.add(0, 0);
  for (int i = 0; i < 9; ++i) confusion.add(1, 0);
  confusion.add(1, 1);
  QVERIFY(confusion.unequal());
  QVERIFY(equal(confusion.balancedAccuracy(), (1 + 0.1) / 2));
  QVERIFY(equal(confusion.macroF1(), (180.0 / 189 + 2.0 / 11) / 2));
  QVERIFY(equal(Confusion(six()).balancedAccuracy(), (2.0 / 3 + 0.5 + 1) / 3));
}

// 2 of class 0 and 3 of class 2; nothing of class 1, which one of them is taken for. A class of
// which nothing is found has the F1 0.
void TestEvaluation::emptyClass_isLeftOutOfTheMeans() {
  Confusion confusion(4);
  confusion.add(0, 0);
  confusion.add(0, 1);
  for (int i = 0; i < 3; ++i) confusion.add(2, 0);
  QVERIFY(!confusion.unequal());
  QVERIFY(equal(confusion.balancedAccuracy(), 0.25));
  QVERIFY(equal(confusion.macroF1(), (2.0 / 6 + 0) / 2));
  confusion.add(2, 2);
  QVERIFY(confusion.unequal());
  QCOMPARE(Confusion(3).balancedAccuracy(), 0.0);
  QCOMPARE(Confusion(3).macroF1(), 0.0);
  QVERIFY(!Confusion(3).unequal());
}

void TestEvaluation::classesOfMnist_areAboutEqual() {
  const int images[] = {980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009};
  Confusion confusion(10);
  for (int c = 0; c < 10; ++c)
    for (int i = 0; i < images[c]; ++i) confusion.add(c, c);
  QVERIFY(!confusion.unequal());
}

void TestEvaluation::samplesIn_givesTheCellsSamples() {
  QCOMPARE(samplesIn(six(), 0, 1), std::vector<int>{2});
  QCOMPARE(samplesIn(six(), -1, 0), (std::vector<int>{0, 1, 4}));
  QCOMPARE(samplesIn(six(), 1, -1), (std::vector<int>{3, 4}));
}

void TestEvaluation::wilson_matchesTheFormula_data() {
  QTest::addColumn<int>("successes");
  QTest::addColumn<int>("trials");
  QTest::addColumn<double>("low");
  QTest::addColumn<double>("high");
  QTest::newRow("97.97 %") << 9797 << 10000 << 0.97674616493 << 0.98228542703;
  QTest::newRow("all right") << 10 << 10 << 0.72246720014 << 1.0;
  QTest::newRow("one of ten") << 1 << 10 << 0.01787621310 << 0.40415002680;
  QTest::newRow("nothing") << 0 << 0 << 0.0 << 1.0;
}

void TestEvaluation::wilson_matchesTheFormula() {
  QFETCH(int, successes);
  QFETCH(int, trials);
  QFETCH(double, low);
  QFETCH(double, high);
  const Interval interval = wilsonInterval(successes, trials);
  QVERIFY2(equal(interval.low, low, 1e-9), qPrintable(QString::number(interval.low, 'g', 12)));
  QVERIFY2(equal(interval.high, high, 1e-9), qPrintable(QString::number(interval.high, 'g', 12)));
}

void TestEvaluation::coverage_risesFromTheSurest() {
  const auto curve = coverageCurve(six());
  QCOMPARE(curve.size(), std::size_t(6));
  QCOMPARE(curve.front().answered, 1);
  QCOMPARE(curve.front().accuracy, 1.0);
  QVERIFY(equal(curve[3].share, 4.0 / 6) && equal(curve[3].accuracy, 3.0 / 4));
  QVERIFY(equal(curve.back().share, 1) && equal(curve.back().accuracy, 4.0 / 6));
}

void TestEvaluation::coverageAt_countsWhatIsAnswered() {
  const CoveragePoint point = coverageAt(six(), 0.65);
  QCOMPARE(point.answered, 4);
  QCOMPARE(point.correct, 3);
  QCOMPARE(coverageAt(six(), 1.0).answered, 0);
  QCOMPARE(coverageAt(six(), 1.0).accuracy, 1.0);
}

void TestEvaluation::mcnemar_fewDiscordant_isExact() {
  // 2·(1 + 12 + 66 + 220)/2¹²
  QVERIFY(equal(mcnemarPValue(3, 9), 2 * 299.0 / 4096, 1e-12));
  QCOMPARE(mcnemarPValue(0, 0), 1.0);
  QCOMPARE(mcnemarPValue(5, 5), 1.0);
}

void TestEvaluation::mcnemar_manyDiscordant_isChiSquare() {
  // (|10 − 30| − 1)²/40 = 9.025
  QVERIFY(equal(mcnemarPValue(10, 30), std::erfc(std::sqrt(9.025 / 2)), 1e-12));
  QVERIFY(equal(mcnemarPValue(10, 30), 0.002663, 1e-6));
  QCOMPARE(mcnemarPValue(15, 15), 1.0);
}

void TestEvaluation::compareModels_tellsThePairsApart() {
  const Predictions first = six();
  Predictions second = six();
  second.predicted = {0, 1, 0, 1, 0, 2};  // loses sample 1, wins sample 2
  const ModelComparison compared = compareModels(first, second);
  QCOMPARE(compared.bothRight, 3);
  QCOMPARE(compared.onlyFirst, 1);
  QCOMPARE(compared.onlySecond, 1);
  QCOMPARE(compared.bothWrong, 1);
  QVERIFY(compared.exact);
  QCOMPARE(compared.different, (std::vector<int>{1, 2}));
}

void TestEvaluation::compareModels_differentSamples_throws() {
  Predictions other = six();
  other.labels[0] = 1;
  EXPECT_ERROR(compareModels(six(), other), "same images");
}

void TestEvaluation::errorsCsv_surestFirstAndQuoted() {
  DataView view{nullptr, {10, 11, 12, 13, 14, 15}};
  const std::string csv = errorsCsv(six(), view, {"zero", "one, or \"i\"", "two"});
  QCOMPARE(QString::fromStdString(csv),
           QString("index,true,predicted,confidence,probability_of_true\n"
                   "12,zero,\"one, or \"\"i\"\"\",0.700000,0.300000\n"
                   "14,\"one, or \"\"i\"\"\",zero,0.500000,0.400000\n"));
}

INKLING_TEST(TestEvaluation)
#include "tst_evaluation.moc"
