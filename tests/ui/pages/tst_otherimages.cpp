// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/fits.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/lookfixture.h"
#include "ui/pages/look/mappane.h"
#include "ui/widgets/glyphstrip.h"

#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>

using namespace inkling;
using inkling::test::kLong;
using inkling::test::LookFixture;
using inkling::test::ToyFormat;

namespace {

enum OtherTab { Why = 0, OtherMap = 4, OtherLab, OtherHealth, OtherTrust };

void pressIn(const LookFixture& f, const char* button) {
  QTest::mouseClick(f.find<QPushButton>(button), Qt::LeftButton);
}

/// A twelfth held out, as by default.
void useDefaultDivision(LookFixture& f) {
  Recipe recipe = f.session->recipe();
  recipe.data.validation = {};
  f.session->setRecipe(recipe);
}

/// The fixture's recipe for images of so many classes.
void useClasses(LookFixture& f, int classes) {
  Recipe recipe = f.session->recipe();
  recipe.layers.back() = LayerSpec::dense(classes);
  f.session->setRecipe(recipe);
}

/// From fresh weights, on the data and by the recipe that are chosen now.
bool trainAnew(LookFixture& f) {
  f.click("rewindButton");
  return f.train();
}

/// Opens every page, draws on the page Look and opens all its tabs. False if one does not come.
bool visitEveryPage(LookFixture& f) {
  const auto comes = [](const QWidget* widget) {
    return QTest::qWaitFor([widget] { return widget->isVisible(); }, kLong);
  };
  for (QToolButton* button : f.window->findChildren<QToolButton*>()) {
    const QString name = button->objectName();
    if (!name.endsWith(QLatin1String("PageButton"))) continue;
    QTest::mouseClick(button, Qt::LeftButton);
    if (!comes(f.window->findChild<QWidget*>(name.chopped(6)))) return false;
  }
  f.click("lookPageButton");
  f.draw();
  for (int tab = 0; tab <= OtherTrust; ++tab) {
    f.tab(tab);
    if (!comes(f.find<QTabWidget>("lookTabs")->currentWidget())) return false;
  }
  return true;
}

}  // namespace

/// The model in use and the data set in use need not be made for each other.
class TestOtherImagesInWindow final : public QObject {
  Q_OBJECT
private slots:
  void largerImages_haveNoNeighbours();
  void mapOfLargerImages_givesWayToTheNewOne();
  void map_ofImagesThatDoNotFit_isNotShown();
  void labsCopy_ofAnotherArchitecture_isChangedAgain();
  void health_afterARunOnLargerImages_isShown();
  void trust_saysThatNothingFits();
  void everyPage_onOtherImages_data();
  void everyPage_onOtherImages();
};

void TestOtherImagesInWindow::largerImages_haveNoNeighbours() {
  LookFixture f;
  QVERIFY(f.ready());
  QTRY_VERIFY_WITH_TIMEOUT(f.session->model(), kLong);
  QVERIFY(f.session->modelIsBundled());
  QVERIFY(f.openSet(QStringLiteral("large"), {.side = 64}));
  f.click("lookPageButton");
  f.draw();
  f.tab(Why);
  QTRY_VERIFY_WITH_TIMEOUT(f.text("whySentence").startsWith(QLatin1String("Why")), kLong);
  QVERIFY(f.find<ui::GlyphStrip>("whyNeighbours")->items().isEmpty());
  QVERIFY(f.openFirstSet());
  f.draw({90, 40});
  QTRY_VERIFY_WITH_TIMEOUT(!f.find<ui::GlyphStrip>("whyNeighbours")->items().isEmpty(), kLong);
}

void TestOtherImagesInWindow::mapOfLargerImages_givesWayToTheNewOne() {
  LookFixture f;
  QVERIFY(f.ready());
  QVERIFY(f.openSet(QStringLiteral("large"), {.side = 32}));
  QVERIFY(trainAnew(f));
  f.click("lookPageButton");
  f.tab(OtherMap);
  const auto* map = f.find<ui::MapPane>("mapPane");
  QTRY_VERIFY_WITH_TIMEOUT(map->hasMap(), kLong);
  f.click("learnPageButton");
  QVERIFY(f.openFirstSet());
  QVERIFY(trainAnew(f));
  f.click("lookPageButton");
  f.draw();
  QTRY_VERIFY_WITH_TIMEOUT(f.text("mapState").startsWith(QLatin1String("100 images")), kLong);
  QVERIFY(map->hasMap());
}

void TestOtherImagesInWindow::map_ofImagesThatDoNotFit_isNotShown() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(OtherMap);
  const auto* map = f.find<ui::MapPane>("mapPane");
  QTRY_VERIFY_WITH_TIMEOUT(map->hasMap(), kLong);
  QVERIFY(f.openSet(QStringLiteral("letters"), {.classes = 26}));
  QTRY_VERIFY_WITH_TIMEOUT(!map->hasMap(), kLong);
}

void TestOtherImagesInWindow::labsCopy_ofAnotherArchitecture_isChangedAgain() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(OtherLab);
  pressIn(f, "labChange");
  QTRY_VERIFY_WITH_TIMEOUT(f.text("labResult").contains(QStringLiteral("→")), kLong);
  f.click("learnPageButton");
  Recipe recipe = f.session->recipe();
  recipe.layers = {LayerSpec::dense(24), LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(12),
                   LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(10)};
  f.session->setRecipe(recipe);
  QVERIFY(trainAnew(f));
  f.click("lookPageButton");
  // Its controls speak of the copy, not of the network that has just been trained.
  auto* layers = f.find<QComboBox>("labLayer");
  QCOMPARE(layers->count(), 2);
  layers->setCurrentIndex(layers->count() - 1);
  pressIn(f, "labChange");
  QCOMPARE(f.find<QListWidget>("labDone")->count(), 2);
  pressIn(f, "labReset");
  QCOMPARE(layers->count(), 3);
}

void TestOtherImagesInWindow::health_afterARunOnLargerImages_isShown() {
  LookFixture f;
  QVERIFY(f.ready());
  QVERIFY(f.openSet(QStringLiteral("large"), {.side = 32}));
  QVERIFY(trainAnew(f));
  f.click("lookPageButton");
  f.tab(OtherHealth);
  const auto* table = f.find<QTableWidget>("healthTable");
  QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 3, kLong);
  f.click("learnPageButton");
  QVERIFY(f.openFirstSet());
  Recipe recipe = f.session->recipe();
  recipe.epochs += 1;  // further than the other: as if it had gone on from there
  f.session->setRecipe(recipe);
  QVERIFY(trainAnew(f));
  const QString before = table->item(0, 1)->text();
  f.click("lookPageButton");
  QTRY_VERIFY_WITH_TIMEOUT(table->item(0, 1)->text() != before, kLong);
  QCOMPARE(table->item(0, 3)->text(), QStringLiteral("–"));
}

void TestOtherImagesInWindow::trust_saysThatNothingFits() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(OtherTrust);
  QVERIFY(f.openSet(QStringLiteral("letters"), {.classes = 26}));
  pressIn(f, "gradientCheck");
  QVERIFY2(f.text("gradientChecked").contains(QLatin1String("fit each other")),
           qPrintable(f.text("gradientChecked")));
}

void TestOtherImagesInWindow::everyPage_onOtherImages_data() {
  QTest::addColumn<ToyFormat>("format");
  QTest::addColumn<int>("train");
  QTest::newRow("30 of 8×8, 2 classes") << ToyFormat{.side = 8, .classes = 2} << 30;
  QTest::newRow("200 of 28×20, 26 classes with Greek names")
      << ToyFormat{.side = 28, .classes = 26, .width = 20, .greek = true} << 200;
  QTest::newRow("32×32, 10 classes") << ToyFormat{.side = 32} << 300;
  QTest::newRow("64×64, 62 classes") << ToyFormat{.side = 64, .classes = 62} << 300;
  QTest::newRow("6,000 of 28×28, sorted") << ToyFormat{.sorted = true} << 6000;
}

/// Every page before and after training, after saving, beside the first set, and opened again.
void TestOtherImagesInWindow::everyPage_onOtherImages() {
  QFETCH(ToyFormat, format);
  QFETCH(int, train);
  LookFixture f;
  QVERIFY(f.open());
  QVERIFY(visitEveryPage(f));
  useDefaultDivision(f);
  QVERIFY2(f.openSet(QStringLiteral("others"), format, train), qPrintable(f.message()));
  QVERIFY(visitEveryPage(f));
  useClasses(f, format.classes);
  QVERIFY2(trainAnew(f), qPrintable(f.message()));
  QVERIFY(visitEveryPage(f));
  f.prompter->path = f.file(QStringLiteral("others.safetensors"));
  f.trigger("saveAsAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QLatin1String("Saved")), kLong);
  QVERIFY(f.openFirstSet());
  QVERIFY(visitEveryPage(f));
  const ModelPtr saved = f.session->model();
  f.window->openPath(f.prompter->path);
  QTRY_VERIFY_WITH_TIMEOUT(f.session->model() != saved, kLong);
  QCOMPARE(f.session->model()->network.outputs(), format.classes);
  QTRY_VERIFY_WITH_TIMEOUT(fits(f.session->model()->network, f.session->split().train), kLong);
  QVERIFY(visitEveryPage(f));
  const auto image = f.session->data()->test->image(0);
  QCOMPARE(predict(*f.session->model(), image), predict(*saved, image));
}

INKLING_TEST(TestOtherImagesInWindow)
#include "tst_otherimages.moc"
