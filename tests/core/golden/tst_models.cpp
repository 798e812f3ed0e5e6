// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/weighthash.h"
#include "core/base/folders.h"
#include "core/data/datasource.h"
#include "core/io/modelfile.h"
#include "tests/core/support/golden.h"
#include "tests/core/support/recorder.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace inkling;
using namespace inkling::test;

using Figures = QList<double>;

/// Models of earlier versions hold what they held, and their training goes on where it stood.
class TestGoldenModels final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void file_holdsWhatItHeld_data();
  void file_holdsWhatItHeld();
  void checkpoint_goesOnToKnownFigures_data();
  void checkpoint_goesOnToKnownFigures();
  void checkpoint_withoutAPart_goesElsewhere_data();
  void checkpoint_withoutAPart_goesElsewhere();
  void folder_holdsNoOtherFile();
};

namespace {

struct Row {
  QString file;
  QString model;        ///< see described()
  QString state = {};   ///< empty: a model that cannot be gone on with
  QString origin = {};  ///< see origin(); empty in files of version 1
};

const QList<Row> kFiles = {
    {"models/adamw.safetensors",
     "adamw-everything, 2594 parameters, 10 classes, epoch 0 of 2, step 45, 2663725ec706120f, "
     "train none, validation none, test none, at the end none",
     "step 45, moments 12 of norm 0.1442825, averages 0 of norm 0, running 1936.255239 211 of 900, "
     "window 5 100, best 0.000000, 0 since"},
    {"models/balanced-checkpoint.safetensors",
     "mlp, 6370 parameters, 10 classes, epoch 1 of 2, step 8, d9ece2eb81078295, train 2.086953 "
     "0.243125 of 1600, validation 1.423571 0.5125 of 400, test none, at the end none",
     "step 33, moments 4 of norm 2.751808, averages 0 of norm 0, running 737.935413 252 of 512, "
     "window 0 0, best 0.000000, 0 since",
     "data e0c88b493e87d860, ink 0, 33 points to 33 1.149101 0.625000"},
    {"models/cnn-best-checkpoint.safetensors",
     "cnn-best, 2410 parameters, 10 classes, epoch 2 of 3, step 10, 1d97b0eb053b26c8, train "
     "1.379443 0.63375 of 1600, validation 0.660039 0.8425 of 400, test none, at the end none",
     "step 60, moments 28 of norm 0.3962216, averages 22 of norm 13.47284, running 664.578676 500 "
     "of 640, window 0 0, best 0.000000, 0 since"},
    {"models/cnn-best.safetensors",
     "cnn-best, 2410 parameters, 10 classes, epoch 3 of 3, step 0, 0acf82b3c57b1d1e, train "
     "1.047604 0.76 of 1600, validation 0.508794 0.885 of 400, test none, at the end 0.648499 "
     "0.8428 of 10000"},
    {"models/cnn-checkpoint.safetensors",
     "cnn, 2912 parameters, 10 classes, epoch 1 of 2, step 0, 638d96f7d73c432f, train 1.981314 "
     "0.365 of 1600, validation 0.979569 0.67 of 400, test none, at the end none",
     "step 25, moments 16 of norm 1.111243, averages 0 of norm 0, running none, window 0 0, best "
     "0.000000, 0 since"},
    {"models/cnn.safetensors",
     "cnn, 2912 parameters, 10 classes, epoch 3 of 3, step 0, b5c9f3e844029c38, train 0.720127 "
     "0.869375 of 1600, validation 0.433744 0.8975 of 400, test none, at the end 0.546899 0.8453 "
     "of 10000"},
    {"models/drawn-checkpoint.safetensors",
     "mlp, 6370 parameters, 10 classes, epoch 1 of 2, step 8, 7a6ea608de6b7f97, train 2.013842 "
     "0.273125 of 1600, validation 1.225551 0.5925 of 400, test none, at the end none",
     "step 33, moments 4 of norm 2.552336, averages 0 of norm 0, running 621.800537 289 of 512, "
     "window 0 0, best 0.000000, 0 since"},
    {"models/fingerprint-checkpoint.safetensors",
     "mlp, 6370 parameters, 10 classes, epoch 1 of 2, step 15, 4d10009ac2b79340, train 2.024583 "
     "0.238125 of 1600, validation 1.199719 0.625 of 400, test none, at the end none",
     "step 40, moments 4 of norm 2.516032, averages 0 of norm 0, running 1035.006652 614 of 960, "
     "window 0 0, best 0.000000, 0 since",
     "data e0c88b493e87d860, ink 0, 40 points to 40 0.901977 0.687500"},
    {"models/fingerprint.safetensors",
     "mlp, 6370 parameters, 10 classes, epoch 2 of 2, step 0, adc1872fc7637545, train 1.027470 "
     "0.66875 of 1600, validation 0.861087 0.7375 of 400, test none, at the end 0.989055 0.6811 of "
     "10000",
     "", "data e0c88b493e87d860, ink 0, 50 points to 50 1.087819 0.687500"},
    {"models/mlp-checkpoint.safetensors",
     "mlp, 19090 parameters, 10 classes, epoch 2 of 2, step 0, 15436942437a5430, train 0.495594 "
     "0.86 of 1600, validation 0.428772 0.875 of 400, test none, at the end 0.533015 0.8387 of "
     "10000",
     "step 50, moments 4 of norm 2.477583, averages 0 of norm 0, running none, window 0 0, best "
     "0.000000, 0 since"},
    {"models/mlp.safetensors",
     "mlp, 101770 parameters, 10 classes, epoch 3 of 3, step 0, 7255f2aa89deb92b, train 0.291491 "
     "0.9075 of 1600, validation 0.324120 0.9125 of 400, test none, at the end 0.422320 0.8724 of "
     "10000"},
    {"models/momentum.safetensors",
     "mlp, 12730 parameters, 10 classes, epoch 1 of 2, step 17, ac7aef9de990945f, train 1.672899 "
     "0.415 of 1600, validation 0.633073 0.7825 of 400, test 0.732998 0.7776 of 10000, at the end "
     "none",
     "step 42, moments 4 of norm 2.362953, averages 0 of norm 0, running 699.770966 885 of 1088, "
     "window 2 128, best 0.633073, 0 since"},
};

struct Continuation {
  QString file;
  int epochs = 0;   ///< the plan is changed to so many; 0: it stays
  Figures figures;  ///< see goOn()
};

const QList<Continuation> kContinuations = {
    {"models/adamw.safetensors",
     0,
     {2.1656394, 1.8564600, 1.6449575, 1.6435096, 1.5357374, 0.5284000}},
    {"models/balanced-checkpoint.safetensors",
     0,
     {1.2106069, 1.1743501, 1.2902284, 1.1280667, 1.1636561, 0.5983000}},
    {"models/cnn-best-checkpoint.safetensors",
     0,
     {1.0804961, 1.1164320, 1.0476039, 0.5087943, 0.6484991, 0.8428000}},
    {"models/cnn-checkpoint.safetensors",
     0,
     {1.0708821, 1.0235120, 0.9485320, 0.6390065, 0.7651990, 0.7697000}},
    {"models/drawn-checkpoint.safetensors",
     0,
     {1.6914222, 0.9242536, 1.0543786, 0.7965691, 0.7314410, 0.7865000}},
    {"models/fingerprint-checkpoint.safetensors",
     0,
     {0.9010344, 0.6223502, 1.0274696, 0.8610873, 0.9890554, 0.6811000}},
    {"models/mlp-checkpoint.safetensors",
     3,
     {0.3490003, 0.4052895, 0.3872795, 0.3627095, 0.4814920, 0.8564000}},
    {"models/momentum.safetensors",
     0,
     {0.6360149, 0.5592130, 0.6116668, 0.4570279, 0.4805599, 0.8546000}},
};

/// Relative, of the losses. With another compiler or instruction set sums are rounded differently:
/// the two builds of the core, and weights that are off by one unit in the last place, end within
/// 5e-7 of these figures. A checkpoint that lacks a part ends 5e-3 or more away.
constexpr double kTolerance = 5e-5;
/// Of the accuracy: three of 10,000 images may stand on the line between two classes.
constexpr double kFewImages = 3.5e-4;

QString text(const Score& score) {
  if (score.count == 0) return "none";
  return QString("%1 %2 of %3").arg(score.loss, 0, 'f', 6).arg(score.accuracy).arg(score.count);
}

/// Number and Euclidean norm of all their elements.
QString text(const std::vector<Matrix<float>>& matrices) {
  double sum = 0;
  for (const auto& matrix : matrices) sum += matrix.cast<double>().squaredNorm();
  return QString("%1 of norm %2").arg(matrices.size()).arg(std::sqrt(sum), 0, 'g', 7);
}

QString described(const Model& model) {
  const EpochRecord last =
      model.history.epochs.empty() ? EpochRecord{} : model.history.epochs.back();
  return QString("%1, %2 parameters, %3 classes, epoch %4 of %5, step %6, %7, ")
             .arg(QString::fromStdString(model.recipe.name))
             .arg(model.network.parameterCount())
             .arg(model.classNames.size())
             .arg(model.position.epoch)
             .arg(model.recipe.epochs)
             .arg(model.position.step)
             .arg(QString::fromStdString(weightHash(model.network))) +
         QString("train %1, validation %2, test %3, at the end %4")
             .arg(text(last.train), text(last.validation), text(last.test),
                  text(model.history.test));
}

/// What files of version 1 do not know.
QString origin(const Model& model) {
  if (model.dataFingerprint.empty() && model.batches.empty()) return {};
  const BatchPoint last = model.batches.back();
  return QString("data %1, ink %2, %3 points to %4 %5 %6")
      .arg(QString::fromStdString(model.dataFingerprint))
      .arg(static_cast<int>(model.preparation))
      .arg(model.batches.size())
      .arg(double(last.step))
      .arg(double(last.loss), 0, 'f', 6)
      .arg(double(last.accuracy), 0, 'f', 6);
}

QString described(const TrainingState& state) {
  const ReportWindow window = state.window.value_or(ReportWindow{});
  return QString("step %1, moments %2, averages %3, running %4, window %5 %6, best %7, %8 since")
      .arg(state.optimizerStep)
      .arg(text(state.moments), text(state.averages), text(state.running))
      .arg(window.steps)
      .arg(window.samples)
      .arg(state.bestLoss, 0, 'f', 6)
      .arg(state.epochsSinceBest);
}

const DataSource& mnist() {
  static const DataSource source = loadDataSource("mnist", resourceFolder());
  return source;
}

Checkpoint load(const QString& file) {
  ModelFile loaded = loadModel(golden(file));
  return {std::move(loaded.model), std::move(loaded.state.value())};
}

/// To the end of the plan: loss of the first and of the fifth batch, train and validation loss of
/// the first epoch that ends, test loss and accuracy at the end.
Figures goOn(Checkpoint checkpoint, int epochs) {
  Trainer trainer(std::move(checkpoint), mnist(), 2);
  Control control;
  if (epochs > 0) control.change({.learningRate = {}, .epochs = epochs});
  Recorder recorder;
  const History history = trainer.run(control, recorder).history;
  const std::vector<float> losses = recorder.losses();
  const EpochRecord next = recorder.epochs().front();
  return {losses.at(0),         losses.at(4),      next.train.loss,
          next.validation.loss, history.test.loss, history.test.accuracy};
}

/// The largest relative difference of a loss.
double distance(const Figures& found, const Figures& expected) {
  double most = 0;
  for (int i = 0; i < expected.size() - 1; ++i)
    most = std::max(most, std::abs(found[i] - expected[i]) / expected[i]);
  return most;
}

QString text(const Figures& figures) {
  QStringList parts;
  for (const double figure : figures) parts << QString::number(figure, 'f', 7);
  return parts.join(", ");
}

/// Makes a checkpoint forget something; false if it has nothing of that kind.
bool forget(const QString& part, Checkpoint& checkpoint) {
  TrainingState& state = checkpoint.state;
  Model& model = checkpoint.model;
  if (part == "moments") {
    for (auto& moment : state.moments) moment.setZero();
    return !state.moments.empty();
  }
  if (part == "averages") {
    const bool has = !state.averages.empty();
    state.averages.clear();
    if (!has) return false;
    for (const auto& each : model.network.parameters()) state.averages.push_back(*each.value);
    for (const auto& each : model.network.statistics()) state.averages.push_back(*each.value);
    return true;
  }
  if (part == "statistics") {
    for (auto& each : model.network.statistics()) each.value->setOnes();
    return !model.network.statistics().empty();
  }
  if (part == "step of the epoch") return std::exchange(model.position.step, 0) > 0;
  if (part == "sums over the epoch") {
    const bool matters = state.running.count > 0 && !model.recipe.evaluateTrain;
    state.running = {};
    return matters;
  }
  const OptimizerKind kind = model.recipe.optimizer.kind;
  state.optimizerStep = 0;  // what only Adam's correction of its bias needs
  return kind == OptimizerKind::Adam || kind == OptimizerKind::AdamW;
}

}  // namespace

void TestGoldenModels::file_holdsWhatItHeld_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QString>("model");
  QTest::addColumn<QString>("state");
  QTest::addColumn<QString>("expectedOrigin");
  for (const Row& row : kFiles)
    QTest::newRow(qPrintable(row.file)) << row.file << row.model << row.state << row.origin;
}

void TestGoldenModels::file_holdsWhatItHeld() {
  QFETCH(QString, file);
  QFETCH(QString, model);
  QFETCH(QString, state);
  QFETCH(QString, expectedOrigin);
  const ModelFile loaded = loadModel(golden(file));
  QCOMPARE(described(loaded.model), model);
  QCOMPARE(loaded.state ? described(*loaded.state) : QString(), state);
  QCOMPARE(origin(loaded.model), expectedOrigin);
}

void TestGoldenModels::checkpoint_goesOnToKnownFigures_data() {
  QTest::addColumn<int>("index");
  for (int i = 0; i < kContinuations.size(); ++i)
    QTest::newRow(qPrintable(kContinuations[i].file)) << i;
}

void TestGoldenModels::checkpoint_goesOnToKnownFigures() {
  QFETCH(int, index);
  const Continuation& expected = kContinuations[index];
  const Figures found = goOn(load(expected.file), expected.epochs);
  const double off = distance(found, expected.figures);
  QVERIFY2(std::abs(found.back() - expected.figures.back()) < kFewImages, qPrintable(text(found)));
  QVERIFY2(off < kTolerance, qPrintable(QString("%1: %2").arg(off).arg(text(found))));
}

void TestGoldenModels::checkpoint_withoutAPart_goesElsewhere_data() {
  QTest::addColumn<int>("index");
  QTest::addColumn<QString>("part");
  for (int i = 0; i < kContinuations.size(); ++i)
    for (const char* part : {"moments", "averages", "statistics", "step of the epoch",
                             "sums over the epoch", "steps of the optimizer"}) {
      Checkpoint checkpoint = load(kContinuations[i].file);
      if (forget(part, checkpoint))
        QTest::addRow("%s, %s", qPrintable(kContinuations[i].file), part) << i << QString(part);
    }
}

void TestGoldenModels::checkpoint_withoutAPart_goesElsewhere() {
  QFETCH(int, index);
  QFETCH(QString, part);
  const Continuation& expected = kContinuations[index];
  Checkpoint checkpoint = load(expected.file);
  forget(part, checkpoint);
  const Figures found = goOn(std::move(checkpoint), expected.epochs);
  const double off = distance(found, expected.figures);
  QVERIFY2(off > 50 * kTolerance, qPrintable(QString("%1: %2").arg(off).arg(text(found))));
}

void TestGoldenModels::folder_holdsNoOtherFile() {
  QStringList covered;
  for (const Row& row : kFiles) covered << row.file;
  covered.sort();
  QCOMPARE(goldenFiles("models"), covered);
  // Every checkpoint is gone on with.
  QStringList continued;
  for (const Continuation& each : kContinuations) continued << each.file;
  for (const Row& row : kFiles) QCOMPARE(continued.contains(row.file), !row.state.isEmpty());
}

INKLING_TEST(TestGoldenModels)
#include "tst_models.moc"
