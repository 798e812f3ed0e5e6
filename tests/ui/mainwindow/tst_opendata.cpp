// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"

#include <QDir>
#include <QFile>
#include <QPushButton>

using namespace inkling;
using test::kLong;
using test::WindowFixture;

namespace {

/// Makes black white in the images of a toy set.
void invertSet(const QString& folder) {
  constexpr int kHeader = 16;
  for (const char* part : {"train", "t10k"}) {
    QFile file(folder + QLatin1Char('/') + QLatin1String(part) + "-images-idx3-ubyte");
    if (!file.open(QIODevice::ReadWrite)) qFatal("there is no toy set");
    QByteArray bytes = file.readAll();
    for (qsizetype i = kHeader; i < bytes.size(); ++i) bytes[i] = static_cast<char>(~bytes[i]);
    file.seek(0);
    file.write(bytes);
  }
}

int firstPixel(const WindowFixture& f) { return f.session->data()->train->pixels[0]; }

bool uses(const WindowFixture& f, const QString& path) {
  return QTest::qWaitFor(
      [&] {
        return !f.session->loading() && f.session->loaded() &&
               f.session->loaded()->set() == path.toStdString();
      },
      kLong);
}

}  // namespace

class TestOpenData final : public QObject {
  Q_OBJECT
private slots:
  void whatLooksWrong_isMendedWithOneClick();
  void mending_goesWithTheSet();
  void severalSets_areAsked();
  void file_isOpenedFromTheMenu();
  void noDataFile_isSaidAndChangesNothing();
  void loading_isCancelled();
};

void TestOpenData::whatLooksWrong_isMendedWithOneClick() {
  WindowFixture f;
  QVERIFY(f.ready());
  const QString folder = f.file("inverted");
  test::writeToySet(folder, 300, 60);
  invertSet(folder);
  f.prompter->path = folder;
  f.trigger("openFolderAction");
  QVERIFY(uses(f, folder));
  QVERIFY2(f.message().contains("dark on white"), qPrintable(f.message()));
  const int before = firstPixel(f);
  auto* offer = f.find<QPushButton>("messageOffer");
  QVERIFY(offer->isVisible());
  QTest::mouseClick(offer, Qt::LeftButton);
  QVERIFY(QTest::qWaitFor([&] { return firstPixel(f) == 255 - before; }, kLong));
  QVERIFY(f.session->recipe().data.mend.invert);
  QCOMPARE(f.message(), QString());
  QVERIFY(f.train());
  QVERIFY(f.session->model()->recipe.data.mend.invert);
  // It can be taken back, and is offered again.
  QTest::mouseClick(f.find<QPushButton>("undoMending"), Qt::LeftButton);
  QVERIFY(QTest::qWaitFor([&] { return firstPixel(f) == before; }, kLong));
  QVERIFY(!f.session->recipe().data.mend.invert);
  QVERIFY2(f.message().contains("dark on white"), qPrintable(f.message()));
}

void TestOpenData::mending_goesWithTheSet() {
  WindowFixture f;
  QVERIFY(f.ready());
  const std::string first = f.session->recipe().data.set;
  Recipe recipe = f.session->recipe();
  recipe.data.mend.mirror = true;
  f.session->setRecipe(recipe);
  QVERIFY(QTest::qWaitFor([&] { return f.session->loaded()->images().mend.mirror; }, kLong));
  QVERIFY(f.openSet("other", {}));
  QVERIFY(!f.session->recipe().data.mend.mirror);
}

void TestOpenData::severalSets_areAsked() {
  WindowFixture f;
  QVERIFY(f.ready());
  const std::string first = f.session->recipe().data.set;
  const QDir folder(f.file("two"));
  test::writeToySet(folder.path(), 300, 60);
  for (const QString& name : folder.entryList({"*-ubyte"}))
    QFile::rename(folder.filePath(name), folder.filePath("b-" + name));
  test::writeToySet(folder.path(), 200, 60);
  for (const QString& name : folder.entryList({"t*-ubyte"}))
    QFile::rename(folder.filePath(name), folder.filePath("a-" + name));
  f.prompter->path = folder.path();
  f.trigger("openFolderAction");
  QVERIFY(QTest::qWaitFor([&] { return !f.prompter->offered.isEmpty(); }, kLong));
  QCOMPARE(f.prompter->offered, QStringList({"a", "b"}));
  QCOMPARE(f.session->recipe().data.set, first);  // cancelled
  f.prompter->one = 1;
  f.trigger("openFolderAction");
  QVERIFY(uses(f, folder.filePath("b-train-images-idx3-ubyte")));
  QCOMPARE(f.session->data()->train->count(), 300);
}

void TestOpenData::file_isOpenedFromTheMenu() {
  WindowFixture f;
  QVERIFY(f.ready());
  test::writeToySet(f.file("set"), 200, 60, {.side = 20, .classes = 3});
  const QString file = f.file("set/t10k-labels-idx1-ubyte");
  f.prompter->path = file;
  f.trigger("openDataAction");
  QVERIFY(uses(f, file));
  QCOMPARE(f.session->data()->train->width, 20);
}

void TestOpenData::noDataFile_isSaidAndChangesNothing() {
  WindowFixture f;
  QVERIFY(f.ready());
  const ui::DataPtr before = f.session->data();
  QFile file(f.file("page.html"));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("<!DOCTYPE html><html></html>");
  file.close();
  f.prompter->path = file.fileName();
  f.trigger("openDataAction");
  QVERIFY(QTest::qWaitFor([&] { return f.message().contains("HTML"); }, kLong));
  QVERIFY(f.session->data() == before);
  QVERIFY(!f.session->loading());
}

void TestOpenData::loading_isCancelled() {
  WindowFixture f;
  QVERIFY(f.ready());
  const ui::DataPtr before = f.session->data();
  const std::string set = f.session->recipe().data.set;
  test::writeToySet(f.file("slow"), 5000, 60);
  Recipe recipe = f.session->recipe();
  recipe.data.set = f.file("slow").toStdString();
  f.session->setRecipe(recipe);
  QVERIFY(f.session->loading());
  f.session->cancelLoading();
  QVERIFY(!f.session->loading());
  QVERIFY(f.session->data() == before);
  QCOMPARE(f.session->recipe().data.set, set);
  QVERIFY(f.train());
}

INKLING_TEST(TestOpenData)
#include "tst_opendata.moc"
