// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/confusion.h"
#include "core/data/datasource.h"
#include "core/io/modelfile.h"
#include "core/train/evaluate.h"
#include "core/train/trainer.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/recorder.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using namespace inkling::test;

/// Data sets with more classes than digits have.
class TestManyClasses final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void set_isLearntFromItsFolder_data();
  void set_isLearntFromItsFolder();
  void moreThanAThousand_areRefused();
};

namespace {

constexpr int kPixelsASide = 20;
constexpr int kCopiesOfEach = 4;

/// Copies of one image a class, in which the pixel of the class is white.
void writeClasses(const Folder& folder, const QString& part, int classes, int copies, bool wide) {
  QByteArray pixels;
  QByteArray labels;
  for (int copy = 0; copy < copies; ++copy)
    for (int label = 0; label < classes; ++label) {
      QByteArray image(kPixelsASide * kPixelsASide, '\0');
      image[label] = '\377';
      pixels += image;
      if (wide) labels += static_cast<char>(label >> 8);
      labels += static_cast<char>(label);
    }
  const auto count = static_cast<quint32>(copies * classes);
  folder.write(part + "-images-idx3-ubyte", idxBytes({count, kPixelsASide, kPixelsASide}, pixels));
  folder.write(part + "-labels-idx1-ubyte", idxBytes({count}, labels, wide ? 11 : 8));
}

void writeNames(const Folder& folder, int classes) {
  QByteArray names;
  for (int label = 0; label < classes; ++label) names += QByteArray::number(label) + "\n";
  folder.write("classes.txt", names);
}

}  // namespace

void TestManyClasses::set_isLearntFromItsFolder_data() {
  QTest::addColumn<int>("classes");
  QTest::addColumn<bool>("wide");
  QTest::newRow("256 classes in bytes, of which 255 is one") << 256 << false;
  QTest::newRow("300 classes in 16 bits") << 300 << true;
}

void TestManyClasses::set_isLearntFromItsFolder() {
  QFETCH(int, classes);
  QFETCH(bool, wide);
  const Folder folder;
  writeClasses(folder, "train", classes, kCopiesOfEach, wide);
  writeClasses(folder, "t10k", classes, 1, wide);
  writeNames(folder, classes);
  const DataSource source = loadDataSource(folder.path(".").string(), {});
  QCOMPARE(source.classes(), classes);
  QCOMPARE(int(source.train->labels.back()), classes - 1);

  Recipe recipe = tinyRecipe({LayerSpec::dense(classes)});
  recipe.optimizer.learningRate = 1;
  recipe.epochs = 1;
  Trainer trainer(recipe, source, 1);
  Recorder recorder;
  QCOMPARE(runAll(trainer, recorder).reason, StopReason::Finished);
  QCOMPARE(recorder.epochs().front().train.count, kCopiesOfEach * classes);

  const Predictions predictions = predictAll(trainer.model(), trainer.split().test, 1);
  QVERIFY(evaluate(trainer.model(), trainer.split().test, 1) == trainer.model().history.test);
  QCOMPARE(score(predictions).accuracy, 1.0);
  const Confusion confusion(predictions);
  QCOMPARE(confusion.classes(), classes);
  QCOMPARE(confusion.count(classes - 1, classes - 1), 1);
  QCOMPARE(confusion.score(classes - 1).recall, 1.0);
  QCOMPARE(samplesIn(predictions, classes - 1, classes - 1), std::vector<int>{classes - 1});

  saveModel(folder.path("model"), trainer.model());
  const Model again = loadModel(folder.path("model")).model;
  QVERIFY(evaluate(again, trainer.split().test, 1) == trainer.model().history.test);
}

void TestManyClasses::moreThanAThousand_areRefused() {
  const Folder folder;
  writeClasses(folder, "train", 10, 1, true);
  writeClasses(folder, "t10k", 10, 1, true);
  writeNames(folder, 1000);
  QCOMPARE(loadDataSource(folder.path(".").string(), {}).classes(), 1000);
  writeNames(folder, 1001);
  EXPECT_ERROR(loadDataSource(folder.path(".").string(), {}),
               "classes.txt: expected 2 … 1000 lines, a class name in each, found 1001.");
}

INKLING_TEST(TestManyClasses)
#include "tst_manyclasses.moc"
