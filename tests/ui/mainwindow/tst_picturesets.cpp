// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/golden.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"

#include <QTest>

using inkling::test::WindowFixture;

class TestPictureSets final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void folderOfPictures_isOpened();
  void folderWithABrokenPicture_saysWhich();
};

void TestPictureSets::folderOfPictures_isOpened() {
  const inkling::test::Folder folder;
  const auto set = inkling::test::goldenCopy("data/pictures", folder);
  for (int i = 0; i < 200; ++i)  // of which the recipe holds some out
    std::filesystem::copy(set / "4" / "2.png", set / "4" / ("copy" + std::to_string(i) + ".png"));
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->openPath(inkling::test::arg(set));
  QTRY_COMPARE_WITH_TIMEOUT(f.session->data()->format, std::string("pictures"),
                            inkling::test::kLong);
  QCOMPARE(f.session->data()->classes(), 6);
}

void TestPictureSets::folderWithABrokenPicture_saysWhich() {
  const inkling::test::Folder folder;
  const auto set = inkling::test::goldenCopy("data/pictures", folder);
  std::filesystem::resize_file(set / "4" / "2.png", 50);
  WindowFixture f;
  QVERIFY(f.ready());
  const auto before = f.session->data();
  f.window->openPath(inkling::test::arg(set));
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains("1 of 6 pictures"), inkling::test::kLong);
  QVERIFY2(f.message().contains("4/2.png"), qPrintable(f.message()));
  QCOMPARE(f.session->data().get(), before.get());
}

INKLING_TEST(TestPictureSets)
#include "tst_picturesets.moc"
