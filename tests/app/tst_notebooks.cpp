// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/support/program.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using inkling::test::Result;
using inkling::test::run;

// The recipes that stand for notebooks, against the figures published with them: those of the first
// epochs, and the final ones of what is trained in seconds. tests/reference/figures.py compares the
// rest, with several seeds.
class TestNotebooks final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void recipe_reachesThePublishedFigures_data();
  void recipe_reachesThePublishedFigures();
  void wildStart_lossIsAsClampedAsPublished();
  void tooSlow_creeps();
  void loops_reportEveryHundredSteps();

private:
  Result train(const QString& recipe, const QStringList& more = {}) const {
    return run(QStringList{"train", "--recipe", recipe, "--json", "--threads", "1", "--out",
                           m_folder.filePath("model.safetensors")} +
               more);
  }

  QTemporaryDir m_folder;
};

namespace {

QJsonArray published(const QString& recipe) {
  return run({"info", recipe, "--json"}).lastObject()["recipe"].toObject()["published"].toArray();
}

}  // namespace

void TestNotebooks::recipe_reachesThePublishedFigures_data() {
  QTest::addColumn<int>("epochs");  // 0: all of the recipe
  QTest::addColumn<int>("figures");
  QTest::newRow("softmax") << 0 << 6;
  QTest::newRow("too-slow") << 1 << 1;
  QTest::newRow("mlp-128") << 1 << 2;
  QTest::newRow("mlp-1024") << 1 << 2;
  QTest::newRow("mlp-2x128") << 0 << 1;
  QTest::newRow("cnn-8x3x3") << 0 << 2;
}

void TestNotebooks::recipe_reachesThePublishedFigures() {
  QFETCH(const int, epochs);
  QFETCH(const int, figures);
  const QString recipe = QTest::currentDataTag();
  const Result result =
      train(recipe, epochs > 0 ? QStringList{"--epochs", QString::number(epochs)} : QStringList());
  QVERIFY2(result.exitCode == 0, result.report());
  const QList<QJsonObject> lines = result.objects();
  int compared = 0;
  for (const QJsonValue value : published(recipe)) {
    const QJsonObject figure = value.toObject();
    const int epoch = figure["epoch"].toInt();
    const double tolerance = figure["tolerance"].toDouble();
    if (tolerance <= 0 || epoch >= lines.size() || (epoch == 0 && epochs > 0)) continue;
    const QJsonObject line = epoch > 0 ? lines[epoch - 1] : lines.last();
    const double found = line[figure["quantity"].toString()].toDouble(NAN);
    QVERIFY2(std::abs(found - figure["value"].toDouble()) <= tolerance,
             qPrintable(QString("%1 after epoch %2 is %3, published %4")
                            .arg(figure["quantity"].toString())
                            .arg(epoch)
                            .arg(found)
                            .arg(figure["value"].toDouble())));
    ++compared;
  }
  QCOMPARE(compared, figures);
}

// Without the notebook's clamp the loss of the first epoch is three times as large.
void TestNotebooks::wildStart_lossIsAsClampedAsPublished() {
  const QStringList one{"--epochs", "1"};
  const double clamped = train("mlp-128", one).objects().first()["train_loss"].toDouble();
  const double whole = train("mlp-128", one + QStringList{"--set", "loss_clamp=0"})
                           .objects()
                           .first()["train_loss"]
                           .toDouble();
  QVERIFY2(clamped > 3 && whole > 2 * clamped,
           qPrintable(QString("%1 and %2").arg(clamped).arg(whole)));
}

// "By about 0.3 points an epoch", while the loss hardly moves.
void TestNotebooks::tooSlow_creeps() {
  const Result result = train("too-slow", {"--epochs", "5"});
  QVERIFY2(result.exitCode == 0, result.report());
  const QList<QJsonObject> lines = result.objects();
  const double first = lines[0]["test_accuracy"].toDouble();
  const double fifth = lines[4]["test_accuracy"].toDouble();
  QVERIFY2(fifth - first > 0.004 && fifth - first < 0.03,
           qPrintable(QString("%1 to %2").arg(first).arg(fifth)));
  const double fall = lines[0]["train_loss"].toDouble() - lines[4]["train_loss"].toDouble();
  QVERIFY2(fall > 0 && fall < 0.003, qPrintable(QString::number(fall)));
}

// "[Step 100] Past 100 steps: Average Loss 2.269 | Accuracy: 21%" … 0.761, 75 %; then 0.529, 86 %.
void TestNotebooks::loops_reportEveryHundredSteps() {
  const Result result = train("cnn-8x3x3");
  QVERIFY2(result.exitCode == 0, result.report());
  const QJsonArray first = result.objects()[0]["steps"].toArray();
  const QJsonArray second = result.objects()[1]["steps"].toArray();
  QCOMPARE(first.size(), 10);
  QCOMPARE(second.size(), 10);
  const auto near = [](const QJsonValue& value, int step, double loss, double accuracy) {
    const QJsonObject report = value.toObject();
    return report["step"].toInt() == step && report["count"].toInt() == 100 &&
           std::abs(report["loss"].toDouble() - loss) < 0.3 &&
           std::abs(report["accuracy"].toDouble() - accuracy) < 0.15;
  };
  QVERIFY(near(first[0], 100, 2.269, 0.21));
  QVERIFY(near(first[9], 1000, 0.761, 0.75));
  QVERIFY(near(second[0], 1100, 0.529, 0.86));
}

INKLING_TEST(TestNotebooks)
#include "tst_notebooks.moc"
