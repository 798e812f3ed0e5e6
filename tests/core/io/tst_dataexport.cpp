// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/datasource.h"
#include "core/data/fingerprint.h"
#include "core/io/dataexport.h"
#include "tests/core/support/blockset.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/python.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

class TestDataExport final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void npz_comesBack();
  void npz_ofColour_comesBack();
  void npz_isReadByNumpy();
};

void TestDataExport::npz_comesBack() {
  const test::Folder folder;
  DataSource source = test::blockSource(30, 10);
  source.classNames[3] = "お 😀";
  exportNpz(source, folder.path("set.npz"));
  const DataSource back = loadDataSource(folder.path("set.npz").string(), {});
  QCOMPARE(back.fingerprint, fingerprint(source));
  QVERIFY(back.classNames == source.classNames);
  QVERIFY(back.notes.empty());
  Dataset dark = *source.train;
  for (std::uint8_t& pixel : dark.pixels) pixel /= 20;
  source.train = source.test = std::make_shared<const Dataset>(dark);
  exportNpz(source, folder.path("set.npz"));
  QCOMPARE(loadDataSource(folder.path("set.npz").string(), {}).fingerprint, fingerprint(source));
}

void TestDataExport::npz_isReadByNumpy() {
  const test::Folder folder;
  DataSource source = test::blockSource(3, 2);
  source.classNames[3] = "お";
  exportNpz(source, folder.path("set.npz"));
  QCOMPARE(test::runPython("import sys, numpy as n\n"
                           "z = n.load(sys.argv[1])\n"
                           "for k in z.files[:4]: print(k, z[k].dtype, z[k].shape)\n"
                           "print(ascii(z['class_names'][3]), z['y_train'][2], z['full_scale'])\n",
                           {test::arg(folder.path("set.npz"))}),
           QString("x_train uint8 (3, 28, 28)\ny_train int64 (3,)\nx_test uint8 (2, 28, 28)\n"
                   "y_test int64 (2,)\n'\\u304a' %1 255\n")
               .arg(int(source.train->labels[2])));
}

void TestDataExport::npz_ofColour_comesBack() {
  const test::Folder folder;
  DataSource source = test::blockSource(9, 3);
  Dataset colour = *source.train;
  colour.height = 7;
  colour.width = 4;
  colour.channels = 3;
  colour.pixels.resize(std::size_t{9} * 7 * 4 * 3);
  source.train = source.test = std::make_shared<const Dataset>(colour);
  exportNpz(source, folder.path("set.npz"));
  const DataSource back = loadDataSource(folder.path("set.npz").string(), {});
  QCOMPARE(back.fingerprint, fingerprint(source));
  QVERIFY(back.train->shape() == (Shape{7, 4, 3}));
  EXPECT_ERROR(exportNpz(source, "/nowhere/set.npz"), "/nowhere");
}

INKLING_TEST(TestDataExport)
#include "tst_dataexport.moc"
