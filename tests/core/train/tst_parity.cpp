// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/parity.h"
#include "core/base/error.h"
#include "core/base/folders.h"
#include "core/base/random.h"
#include "core/data/datasource.h"
#include "core/optim/schedule.h"
#include "core/recipe/recipejson.h"
#include "core/train/trainer.h"
#include "core/train/trainingstep.h"
#include "tests/core/support/recorder.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <filesystem>

using namespace inkling;
using namespace inkling::test;

/// The losses of the first 200 steps agree with those of PyTorch in double precision, from the same
/// initial weights and in the same order: tests/reference/make_parity.py, which wrote the figures.
class TestParity final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void losses_agreeWithReference_data();
  void losses_agreeWithReference();
  void lossesInDouble_agreeWithReference_data() { losses_agreeWithReference_data(); }
  void lossesInDouble_agreeWithReference();
  void parityDifference_isTheLargestOfAllSteps();
  void parityDifference_cancelled_isNegative();
  void references_unreadable_throw();

private:
  DataSource m_source;
  QStringList m_names;
  QList<QList<double>> m_losses;  // one list a recipe
};

namespace {

constexpr int kSteps = 200;
constexpr double kTolerance = 1e-4;
constexpr double kToleranceInDouble = 1e-7;

QString folder() { return qEnvironmentVariable("INKLING_SOURCE_DIR") + "/resources/parity/"; }

Recipe recipeNamed(const QString& name) {
  return loadRecipe((folder() + name + ".json").toStdString());
}

/// Empty, or where the losses part first.
QString difference(const QList<double>& expected, const std::vector<double>& losses,
                   double tolerance) {
  if (losses.size() < kSteps) return QString("only %1 steps").arg(losses.size());
  for (int i = 0; i < kSteps; ++i) {
    const double loss = losses[static_cast<std::size_t>(i)];
    if (!(std::abs(loss / expected[i] - 1) <= tolerance))
      return QString("step %1: expected %2, found %3, relative difference %4")
          .arg(i + 1)
          .arg(expected[i], 0, 'g', 12)
          .arg(loss, 0, 'g', 12)
          .arg(loss / expected[i] - 1);
  }
  return {};
}

/// What the trainer does, in double precision.
std::vector<double> trainInDouble(const Recipe& recipe, const DataSource& source) {
  const DataView view = split(source, recipe.data, recipe.seed).train;
  Network<double> network(Shape{28, 28, 1}, recipe.layers);
  network.initialise(recipe.seed);
  ThreadTeam team(2);
  TrainingStep<double> training(recipe, network, team, recipe.batch);
  const int perEpoch = (view.count() + recipe.batch - 1) / recipe.batch;
  std::vector<double> losses;
  std::vector<std::uint32_t> order;
  for (int step = 0; step < kSteps; ++step) {
    const int epoch = step / perEpoch;
    const int begin = step % perEpoch * recipe.batch;
    if (begin == 0)
      order = shuffled(static_cast<std::uint32_t>(view.count()), recipe.seed,
                       static_cast<std::uint32_t>(epoch));
    const int count = std::min(recipe.batch, view.count() - begin);
    for (int s = 0; s < count; ++s) {
      const int position = static_cast<int>(order[static_cast<std::size_t>(begin + s)]);
      const auto image = view.image(position);
      for (std::size_t i = 0; i < image.size(); ++i)
        training.input().column(s)[i] = (image[i] / 255.0 - recipe.data.mean) / recipe.data.std;
      training.labels(static_cast<std::size_t>(count))[static_cast<std::size_t>(s)] =
          static_cast<Label>(view.label(position));
    }
    const double done = epoch + static_cast<double>(step % perEpoch) / perEpoch;
    const double rate =
        recipe.optimizer.learningRate * scheduleFactor(recipe.schedule, done, recipe.epochs);
    losses.push_back(training.run(count, rate, static_cast<std::uint32_t>(step)).loss / count);
  }
  return losses;
}

}  // namespace

void TestParity::initTestCase() {
  m_source = loadDataSource("mnist", resourceFolder());
  QFile file(folder() + "losses.csv");
  QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
  QStringList lines = QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts);
  QCOMPARE(lines.size(), kSteps + 1);
  m_names = lines.takeFirst().split(',');
  m_losses.resize(m_names.size());
  for (const QString& line : lines) {
    const QStringList fields = line.split(',');
    QCOMPARE(fields.size(), m_names.size());
    for (int i = 0; i < fields.size(); ++i) m_losses[i].append(fields[i].toDouble());
  }
  QCOMPARE(m_names.size(), 7);
}

void TestParity::losses_agreeWithReference_data() {
  QTest::addColumn<int>("column");
  for (int i = 0; i < m_names.size(); ++i) QTest::newRow(qPrintable(m_names[i])) << i;
}

void TestParity::losses_agreeWithReference() {
  QFETCH(int, column);
  const Recipe recipe = recipeNamed(m_names[column]);
  Trainer trainer(recipe, m_source, 2);
  Control control;
  Recorder recorder;
  recorder.afterBatch = [&](const BatchRecord& record) {
    if (record.step == kSteps) control.stop();
  };
  trainer.run(control, recorder);
  const std::vector<float> losses = recorder.losses();
  const QString wrong = difference(m_losses[column], {losses.begin(), losses.end()}, kTolerance);
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestParity::lossesInDouble_agreeWithReference() {
  QFETCH(int, column);
  const QString wrong = difference(
      m_losses[column], trainInDouble(recipeNamed(m_names[column]), m_source), kToleranceInDouble);
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

// What the window shows.
void TestParity::parityDifference_isTheLargestOfAllSteps() {
  const auto folder = resourceFolder() / "parity";
  auto references = loadParityReferences(folder);
  QCOMPARE(int(references.size()), 7);
  ParityReference& softmax = references.front();
  const double honest = parityDifference(folder, softmax, m_source, 2);
  QVERIFY2(honest > 0 && honest < kTolerance, qPrintable(QString::number(honest)));
  softmax.losses[150] *= 1.25;  // found: 0.8 of it
  const double wrong = parityDifference(folder, softmax, m_source, 2);
  QVERIFY2(std::abs(wrong - 0.2) < 1e-3, qPrintable(QString::number(wrong)));
}

void TestParity::parityDifference_cancelled_isNegative() {
  const auto folder = resourceFolder() / "parity";
  const std::atomic<bool> cancel = true;
  QCOMPARE(parityDifference(folder, loadParityReferences(folder).front(), m_source, 2, &cancel),
           -1.0);
}

void TestParity::references_unreadable_throw() {
  QTemporaryDir empty;
  const std::filesystem::path folder = empty.path().toStdString();
  QVERIFY_THROWS_EXCEPTION(Error, loadParityReferences(folder));
  QFile file(empty.filePath("losses.csv"));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("a,b\n1.5\n");  // a figure is missing
  file.close();
  QVERIFY_THROWS_EXCEPTION(Error, loadParityReferences(folder));
}

INKLING_TEST(TestParity)
#include "tst_parity.moc"
