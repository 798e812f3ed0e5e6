// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/datasource.h"
#include "core/data/numpyset.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/python.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <atomic>

using namespace inkling;

namespace {

DataSource loadNumpySet(const std::filesystem::path& path) {
  return loadDataSource(path.string(), {});
}

/// Runs a program with NumPy as n in a folder. It has a: 6 images of 4×4, of 0 … 255 in steps of 5;
/// b: 2 others; and y and z, their labels.
void numpy(const test::Folder& folder, const QString& program) {
  test::runPython(
      "import sys, os, zipfile, numpy as n\n"
      "os.chdir(sys.argv[1])\n"
      "a = (n.arange(96) * 5 % 256).astype(n.uint8).reshape(6, 4, 4)\n"
      "b = 255 - a[:2]; y = n.array([0, 1, 2, 0, 1, 2]); z = n.array([2, 1])\n"
      "a[0, 0, 0] = 255\n" +
          program,
      {test::arg(folder.path("."))});
}

}  // namespace

class TestNumpySet final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyForm_givesTheSameSet_data();
  void everyForm_givesTheSameSet();
  void scaledPixels_areNoted();
  void names_arePaired_data();
  void names_arePaired();
  void validation_isLeftOut();
  void colour_isRead_data();
  void colour_isRead();
  void filesOfAFolder_arePaired();
  void severalSets_areAChoice();
  void python2Header_isRead();
  void onlyWhatIsNeeded_isUnpacked();
  void wrongArrays_sayWhatIsWrong_data();
  void wrongArrays_sayWhatIsWrong();
  void badFile_saysWhatIsWrong();
  void everyTruncation_isRefused();
  void hugeArray_isRefusedBeforeMemoryIsTaken();
  void cancelled_says();

private:
  test::Folder m_folder;  ///< of files for the rows of a test, all written at once
};

void TestNumpySet::everyForm_givesTheSameSet_data() {
  QTest::addColumn<QString>("file");
  QStringList forms{"v; w"};  // of the images; of the labels
  for (const char* type :
       {"<u2", ">u2", "<u4", ">i4", "<i8", "<u8", ">i2", "<f4", ">f4", "<f8", ">f8", "<f2"})
    forms << QString("v.astype('%1'); w.astype('%1')").arg(type);
  forms << "(v / 255).astype('f4'); w.astype('u1')"
        << "v / 255; w.astype('i1')"
        << "(v / 255).astype('f2'); w"
        << "(v / 127.5 - 1).astype('f4'); w"
        << "v.astype('u2') * 257; w"
        << "n.asfortranarray(v); w"
        << "n.asfortranarray(v / 255.0); n.asfortranarray(n.eye(3)[w])"
        << "v.reshape(len(v), 16); w.reshape(-1, 1)"
        << "v[..., None]; n.eye(3)[w]"
        << "v[:, None]; n.eye(3, dtype=bool)[w]";
  QString program;
  for (const QString& form : forms)
    for (const QString& save : QStringList{"savez", "savez_compressed"}) {
      const QString file = QString("%1.npz").arg(program.count('\n'));
      program += QString(
                     "f = lambda v: %1; g = lambda w: %2; "
                     "n.%3('%4', x_train=f(a), y_train=g(y), x_test=f(b), y_test=g(z))\n")
                     .arg(form.section("; ", 0, 0), form.section("; ", 1), save, file);
      QTest::newRow(qPrintable(form + ", " + save)) << file;
    }
  numpy(m_folder, program);
}

void TestNumpySet::everyForm_givesTheSameSet() {
  QFETCH(QString, file);
  const DataSource expected = loadNumpySet(m_folder.path("0.npz"));
  const DataSource found = loadNumpySet(m_folder.path(file));
  QCOMPARE(found.format, std::string("NumPy"));
  QCOMPARE(found.title + ".npz", file.toStdString());
  QVERIFY(found.train->shape() == (Shape{4, 4, 1}));
  QCOMPARE(int(found.train->pixels[0]), 255);
  QCOMPARE(int(found.train->pixels[95]), 95 * 5 % 256);
  QVERIFY(found.train->labels == std::vector<Label>({0, 1, 2, 0, 1, 2}));
  QVERIFY(found.test->labels == std::vector<Label>({2, 1}));
  QVERIFY(!found.testDrawn);
  QVERIFY(found.train->pixels == expected.train->pixels);
  QCOMPARE(found.fingerprint, expected.fingerprint);
}

void TestNumpySet::scaledPixels_areNoted() {
  const test::Folder folder;
  numpy(folder,
        "n.savez('set.npz', x_train=a / 255, y_train=y, x_test=b / 510, y_test=z)\n"
        "n.savez('plain.npz', x_train=a, y_train=y, x_test=b, y_test=z)\n"
        "n.savez('sixteen.npz', data=n.full((4, 16), 16.0), target=z.repeat(2))\n");
  const DataSource scaled = loadNumpySet(folder.path("set.npz"));
  QVERIFY(scaled.notes ==
          std::vector<std::string>({"Pixel values of 0 to 1 were scaled to 0 to 255."}));
  QCOMPARE(int(scaled.test->pixels[1]), 125);  // the same factor: (255 − 5) / 2
  QVERIFY(loadNumpySet(folder.path("plain.npz")).notes.empty());
  const DataSource sixteen = loadNumpySet(folder.path("sixteen.npz"));
  QCOMPARE(int(sixteen.train->pixels[0]), 255);
  QVERIFY(sixteen.notes.at(0).find("0 to 16") != std::string::npos);
}

void TestNumpySet::names_arePaired_data() {
  QTest::addColumn<QStringList>("names");
  QTest::addColumn<bool>("test");
  const auto row = [](const QStringList& names) {
    QTest::newRow(qPrintable(names.join(' '))) << names << (names.size() > 2);
  };
  row({"x_train", "y_train", "x_test", "y_test"});
  row({"train_images", "train_labels", "test_images", "test_labels"});
  row({"X_train", "Y_train", "X_test", "Y_test"});
  row({"trainX", "trainY", "testX", "testY"});
  row({"xtrain", "ytrain", "xtest", "ytest"});
  row({"images", "labels"});
  row({"X", "y"});
  row({"data", "target"});
  row({"arr_0", "arr_1"});
  row({"x_test", "y_test"});
}

void TestNumpySet::names_arePaired() {
  QFETCH(QStringList, names);
  QFETCH(bool, test);
  const test::Folder folder;
  numpy(folder, QString("s = '%1'.split()\n"
                        "n.savez('set.npz', **dict(zip(s, (a, y, b, z))))\n")
                    .arg(names.join(' ')));
  const DataSource found = loadNumpySet(folder.path("set.npz"));
  QCOMPARE(found.testDrawn, !test);
  QCOMPARE(found.train->count() + found.test->count(), test ? 8 : 6);
  QCOMPARE(found.classes(), 3);
}

void TestNumpySet::validation_isLeftOut() {
  const test::Folder folder;
  numpy(folder,
        "n.savez('pathmnist.npz', train_images=a, train_labels=y[:, None], val_images=b, "
        "val_labels=z[:, None], test_images=b, test_labels=z[:, None])\n");
  const DataSource found = loadNumpySet(folder.path("pathmnist.npz"));
  QCOMPARE(found.train->count(), 6);
  QVERIFY(found.notes == std::vector<std::string>(
                             {"What is for validation was left out: val_images, val_labels."}));
}

void TestNumpySet::colour_isRead_data() {
  QTest::addColumn<QString>("form");
  QTest::addColumn<int>("notes");
  QTest::newRow("last") << "c" << 0;
  QTest::newRow("first") << "c.transpose(0, 3, 1, 2)" << 0;
  QTest::newRow("first, Fortran") << "n.asfortranarray(c.transpose(0, 3, 1, 2))" << 0;
  QTest::newRow("last, Fortran floats") << "n.asfortranarray(c / 255.0)" << 1;
  QTest::newRow("flat, last") << "c.reshape(4, -1)" << 0;
  QTest::newRow("flat, first") << "c.transpose(0, 3, 1, 2).reshape(4, -1)" << 1;
}

void TestNumpySet::colour_isRead() {
  QFETCH(QString, form);
  QFETCH(int, notes);
  const test::Folder folder;
  numpy(folder, QString("r = n.arange(8)\n"
                        "g = 20 * r[:, None] + 3 * r[None, :]\n"
                        "c = n.stack([g, 255 - g, g // 2 + 7 * r], -1)\n"
                        "c = n.stack([c, 255 - c, c // 2, c]).astype(n.uint8)\n"
                        "c[0, 0, 0, 0] = 255\n"
                        "n.savez('set.npz', x_train=%1, y_train=y[:4], x_test=%1, y_test=y[:4])\n")
                    .arg(form));
  const DataSource found = loadNumpySet(folder.path("set.npz"));
  QVERIFY(found.train->shape() == (Shape{8, 8, 3}));
  const auto at = [&](int i, int row, int column, int channel) {
    return int(found.train->image(i)[static_cast<std::size_t>((row * 8 + column) * 3 + channel)]);
  };
  QCOMPARE(at(0, 0, 0, 0), 255);
  QCOMPARE(at(0, 2, 3, 0), 49);
  QCOMPARE(at(0, 2, 3, 1), 206);
  QCOMPARE(at(3, 2, 3, 2), 24 + 21);
  QCOMPARE(at(1, 7, 0, 0), 115);
  QCOMPARE(int(found.notes.size()), notes);
  QVERIFY(found.test->pixels == found.train->pixels);
}

void TestNumpySet::filesOfAFolder_arePaired() {
  const test::Folder folder;
  numpy(folder,
        "n.save('x_train.npy', a); n.save('y_train.npy', y); n.save('x_test.npy', b)\n"
        "n.save('y_test.npy', z); n.save('weights.npy', n.zeros(3)); os.mkdir('k49')\n"
        "os.chdir('k49')\n"
        "n.savez('k49-train-imgs.npz', a); n.savez('k49-train-labels.npz', y)\n"
        "n.savez('k49-test-imgs.npz', b); n.savez('k49-test-labels.npz', z)\n"
        "open('classes.txt', 'w').write('a\\nb\\nc\\n')\n");
  const DataSource found = loadNumpySet(folder.path("."));
  QCOMPARE(found.train->count(), 6);
  QCOMPARE(found.test->count(), 2);
  QCOMPARE(loadNumpySet(folder.path("y_test.npy")).fingerprint, found.fingerprint);
  const DataSource archives = loadNumpySet(folder.path("k49"));
  QCOMPARE(archives.fingerprint, found.fingerprint);
  QCOMPARE(archives.classNames[2], std::string("c"));
  QCOMPARE(loadNumpySet(folder.path("k49/k49-test-imgs.npz")).title, std::string("k49"));
}

void TestNumpySet::severalSets_areAChoice() {
  const test::Folder folder;
  numpy(folder,
        "n.savez('one.npz', x_train=a, y_train=y); n.savez('two.npz', X=b, y=z)\n"
        "n.savez('weights.npz', w=a, b=y)\n"
        "n.save('mine-images.npy', a); n.save('mine-labels.npy', y + 3)\n");
  EXPECT_ERROR(loadNumpySet(folder.path(".")), "several sets (one.npz, two.npz, mine-images.npy)");
  const std::vector<DataChoice> choices = numpyChoices(placeAt(folder.path(".")));
  QCOMPARE(choices.size(), std::size_t{3});
  QCOMPARE(loadNumpySet(choices[0].path).train->count(), 5);
  QCOMPARE(loadNumpySet(choices[2].path).classes(), 6);
  QCOMPARE(loadNumpySet(choices[2].path).title, std::string("mine"));
  EXPECT_ERROR(loadNumpySet(folder.path("weights.npz")), "arrays with other names (w, b)",
               "expected are images and labels");
}

void TestNumpySet::python2Header_isRead() {
  const test::Folder folder;
  numpy(folder,
        "def old(name, v):\n"
        "  h = \"{'descr': '%s', 'fortran_order': False, 'shape': (%s,), }\" % (\n"
        "      v.dtype.str, ', '.join('%dL' % e for e in v.shape))\n"
        "  h += ' ' * (63 - (10 + len(h)) % 64) + '\\n'\n"
        "  open(name, 'wb').write(b'\\x93NUMPY\\1\\0' + len(h).to_bytes(2, 'little') + h.encode() "
        "+ v.tobytes())\n"
        "old('X.npy', a.reshape(6, 16)); old('y.npy', y)\n");
  QCOMPARE(loadNumpySet(folder.path("X.npy")).train->height, 4);
}

void TestNumpySet::onlyWhatIsNeeded_isUnpacked() {
  const test::Folder folder;
  numpy(folder,
        "n.savez('set.npz', x_train=a, y_train=y)\n"
        "import io\n"
        "with zipfile.ZipFile('set.npz', 'a') as f:\n"
        "  for i in range(1000): f.writestr('../../%d.npy' % i, 'no array')\n"
        "  f.writestr('inner.npz', open('set.npz', 'rb').read())\n"
        "with zipfile.ZipFile('many.npz', 'w') as f:\n"
        "  for i in range(5000): f.writestr('%d.npy' % i, '')\n"
        "with zipfile.ZipFile('twice.npz', 'w') as f:\n"
        "  for name in 'x_train', 'y_train', 'x_train':\n"
        "    f.write('set.npz', name + '.npy')\n");
  QCOMPARE(loadNumpySet(folder.path("set.npz")).train->count(), 5);
  EXPECT_ERROR(loadNumpySet(folder.path("many.npz")), "it has 5000 members");
  EXPECT_ERROR(loadNumpySet(folder.path("twice.npz")), "x_train.npy is there twice");
}

void TestNumpySet::wrongArrays_sayWhatIsWrong_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QString>("expected");
  QString program;
  const auto row = [&](const char* arrays, const char* expected) {
    const QString file = QString("wrong%1.npz").arg(program.count('\n'));
    program += QString("n.savez('%1', w=a, %2)\n").arg(file, arrays);
    QTest::newRow(expected) << file << QString(expected);
  };
  row("x_train=a", "x_train: there are no labels for it; expected an array called y or labels");
  row("y_train=y, x_test=b, y_test=z", "y_train: there are no images for it");
  row("x_train=a, y_train=y[:5]", "y_train: expected 6 labels, one for each image of");
  row("x_train=a, y_train=y * 0.5",
      "y_train, label 1: expected a whole number of 0 … 999, found 0.5");
  row("x_train=a, y_train=y - 1", "label 0: expected a whole number of 0 … 999, found -1");
  row("x_train=a, y_train=y * 2000", "label 1: expected a whole number of 0 … 999, found 2000");
  row("x_train=a, y_train=n.ones((6, 3))", "label 0: expected one 1 and zeros");
  row("x_train=a, y_train=a", "expected labels in 1 dimension");
  row("x_train=a, y_train=n.array(list('abcabc'))", "its values are texts, expected are numbers");
  row("x_train=a, y_train=n.array(list('abcabc'), dtype=object)", "it holds objects of Python");
  row("x_train=a * 1j, y_train=y", "its values are of type \"<c16\"");
  row("x_train=y, y_train=y", "x_train: expected images in 2 to 4 dimensions, found an array of 6");
  row("x_train=a.reshape(6, 2, 8)[:, :, :5].reshape(6, 10), y_train=y",
      "expected as many values as a square has pixels");
  row("x_train=n.zeros((6, 3, 300)), y_train=y", "expected images of 1 … 256 pixels a side");
  row("x_train=n.zeros((6, 4, 4, 4)), y_train=y", "expected 1 or 3 channels");
  row("x_train=a[:0], y_train=y[:0]", "has no images");
  row("x_train=a - 10.5, y_train=y", "has pixels of -6.5 to 244.5; expected are pixels of 0 to 1");
  row("x_train=a * 1e6, y_train=y", "has pixels of 4e+06 to 2.55e+08");
  row("x_train=a * n.nan, y_train=y", "pixels that are infinite or no numbers (NaN)");
  row("x_train=a, y_train=y, x_test=b[:, :3], y_test=z", "but test images of 3×4");
  row("x_train=a, y_train=y, class_names=n.array(['a', 'b'])", "names of 2 classes");
  row("x_train=a, y_train=y, class_names=y", "expected 2 … 1000 texts");
  numpy(m_folder, program);
}

void TestNumpySet::wrongArrays_sayWhatIsWrong() {
  QFETCH(QString, file);
  QFETCH(QString, expected);
  EXPECT_ERROR(loadNumpySet(m_folder.path(file)), file, expected);
}

void TestNumpySet::badFile_saysWhatIsWrong() {
  const test::Folder folder;
  EXPECT_ERROR(loadNumpySet(folder.path("none.npz")), "none.npz");
  EXPECT_ERROR(loadNumpySet(folder.write("empty.npz", "")), "is empty");
  folder.write("y.npy", "\x93NUMPY\4\1aaaaaaa");
  EXPECT_ERROR(loadNumpySet(folder.write("x.npy", "\x93NUMPY\4\1aaaaaaa")),
               "its format is version 4");
  EXPECT_ERROR(loadNumpySet(folder.write("y.npz", "PK\3\4 no archive")), "is a zip archive, not");
  numpy(folder,
        "n.savez('sum.npz', x_train=a, y_train=y)\n"
        "s = open('sum.npz', 'rb').read(); open('sum.npz', 'wb').write(s.replace(a[1].tobytes(), "
        "bytes(16)))\n"
        "n.save('z.npy', a)\n");
  EXPECT_ERROR(loadNumpySet(folder.path("sum.npz")), "the checksum of x_train.npy is wrong");
  EXPECT_ERROR(loadNumpySet(folder.path("z.npy")), "z.npy", "other names (z.npy)");
}

void TestNumpySet::everyTruncation_isRefused() {
  const test::Folder folder;
  numpy(folder, "n.savez_compressed('set.npz', X=a[:2, :1, :1], y=z)\n");
  const QByteArray whole = test::fileBytes(folder.path("set.npz"));
  for (qsizetype size = 0; size < whole.size(); ++size)
    EXPECT_ERROR(loadNumpySet(folder.write("cut.npz", whole.left(size))), "cut.npz");
  QByteArray flipped = whole;
  for (qsizetype at = 0; at < whole.size(); ++at) {
    flipped[at] = static_cast<char>(whole[at] ^ 0x10);
    const auto file = folder.write("flipped.npz", flipped);
    test::errorOf([&] { return loadNumpySet(file); });  // an Error or a set, never anything else
    flipped[at] = whole[at];
  }
}

void TestNumpySet::hugeArray_isRefusedBeforeMemoryIsTaken() {
  const test::Folder folder;
  const auto array = [](const QByteArray& shape) {
    QByteArray header = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + shape + "), }";
    header = header.leftJustified(117, ' ') + '\n';
    return QByteArray("\x93NUMPY\1\0\x76\0", 10) + header;
  };
  folder.write("y.npy", array("3,") + QByteArray(3, '\1'));
  EXPECT_ERROR(loadNumpySet(folder.write("X.npy", array("2000000000, 256, 256") + "abc")),
               "does not fit its 3 bytes");
  EXPECT_ERROR(
      loadNumpySet(folder.write("X.npy", array("9999999, 2000000000, 2000000000, 3") + "abc")),
      "does not fit its 3 bytes");
  folder.write("X.npy", array("9999999, 256, 256"));
  std::filesystem::resize_file(folder.path("X.npy"), 128 + 9'999'999ULL * 256 * 256);  // of holes
  EXPECT_ERROR(loadNumpySet(folder.path("X.npy")), "X.npy takes", "MiB of memory");
}

void TestNumpySet::cancelled_says() {
  const test::Folder folder;
  numpy(folder, "n.savez('set.npz', x_train=a, y_train=y)\n");
  const std::atomic<bool> cancel = true;
  EXPECT_ERROR(loadDataSource(folder.path("set.npz").string(), {}, {.cancel = &cancel}),
               "was cancelled");
}

INKLING_TEST(TestNumpySet)
#include "tst_numpyset.moc"
