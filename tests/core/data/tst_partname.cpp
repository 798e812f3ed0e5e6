// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/partname.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

class TestPartName final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void name_saysPartAndKind_data();
  void name_saysPartAndKind();
};

void TestPartName::name_saysPartAndKind_data() {
  QTest::addColumn<QString>("stem");
  QTest::addColumn<QString>("said");
  const auto row = [](const char* name, const char* stem, const char* said) {
    QTest::newRow(name) << QString(stem) << QString(said);
  };
  row("x_train", "", "train images");
  row("trainX", "", "train images");
  row("Ytest", "", "test labels");
  row("ytr", "", "train labels");
  row("TRAIN_LABELS", "", "train labels");
  row("val_images.npy", "", "validation images");
  row("arr_1.npy", "", "unsaid labels");
  row("class_names", "", "unsaid names");
  row("feature_names", "feature", "unsaid names");
  row("emnist-letters-train.csv.gz", "emnist-letters", "train unsaid");
  row("fashion-mnist_test.csv", "fashion-mnist", "test unsaid");
  row("kmnist-t10k-imgs.npz", "kmnist", "test images");
  row("A_Z Handwritten Data.csv", "a-z-handwritten", "unsaid images");
  row("csv", "csv", "unsaid unsaid");
  row("", "", "unsaid unsaid");
  row("-.-", "", "unsaid unsaid");
}

void TestPartName::name_saysPartAndKind() {
  QFETCH(QString, stem);
  QFETCH(QString, said);
  const PartName name = partNameOf(QTest::currentDataTag());
  const QStringList parts{"unsaid", "train", "test", "validation"};
  const QStringList kinds{"unsaid", "images", "labels", "names"};
  QCOMPARE(QString::fromStdString(name.stem), stem);
  QCOMPARE(parts[static_cast<int>(name.part)] + " " + kinds[static_cast<int>(name.kind)], said);
}

INKLING_TEST(TestPartName)
#include "tst_partname.moc"
