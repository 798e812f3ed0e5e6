// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/session/advicesentences.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QToolButton>

using inkling::test::WindowFixture;
using State = inkling::ui::Training::State;
using inkling::test::kLong;

namespace {

void setRate(const WindowFixture& f, double rate) {
  inkling::Recipe recipe = f.session->recipe();
  recipe.optimizer.learningRate = rate;
  f.session->setRecipe(recipe);
}

bool isShown(const WindowFixture& f, const char* name) {
  return f.find<QWidget>(name)->isVisible();
}

}  // namespace

class TestAdvice final : public QObject {
  Q_OBJECT
private slots:
  void tooSlow_isSeen_andOneClickSetsALargerRate();
  void tooFast_isSeen_andClosingItLastsForTheRun();
  void rate100_saysDiverged_andOneClickMendsIt();
  void goodRun_hearsNothing();
  void advice_appearing_movesNothing_data();
  void advice_appearing_movesNothing();
  void switchedOff_saysNothing_andIsRemembered();
  void publishedFigures_standBesideThoseMeasuredHere();
  void figuresOfSeveralEpochs_theLastOneReachedIsCompared();
};

void TestAdvice::tooSlow_isSeen_andOneClickSetsALargerRate() {
  WindowFixture f;
  QVERIFY(f.ready());
  setRate(f, 1e-6);
  QVERIFY(!isShown(f, "advicePanel"));
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QVERIFY(isShown(f, "adviceText"));
  QVERIFY2(f.text("adviceText").startsWith(QLatin1String("Barely learning: the loss is ")),
           qPrintable(f.text("adviceText")));
  QVERIFY2(f.text("adviceText").contains(QLatin1String("pure guessing has 2.303")),
           qPrintable(f.text("adviceText")));
  f.trigger("languageMenu.zh_CN");
  QTRY_VERIFY(!f.text("adviceText").contains(QLatin1String("guessing")));
  f.trigger("languageMenu.en");
  f.click("adviceApply");
  QVERIFY(f.session->recipe().optimizer.learningRate > 1e-4);
  QVERIFY2(f.message().startsWith(QLatin1String("The learning rate is ")), qPrintable(f.message()));
  QVERIFY(!isShown(f, "adviceText"));
  f.click("rewindButton");
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QVERIFY(f.session->training().summary()->history.test.accuracy > 0.3);
}

void TestAdvice::tooFast_isSeen_andClosingItLastsForTheRun() {
  WindowFixture f({.train = 2000, .epochs = 100000});
  QVERIFY(f.ready());
  setRate(f, 100);
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(isShown(f, "adviceText"), kLong);
  const double before = f.session->recipe().optimizer.learningRate;
  f.click("adviceClose");
  QVERIFY(!isShown(f, "advicePanel"));
  QCOMPARE(f.session->recipe().optimizer.learningRate, before);
  f.click("rewindButton");
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(isShown(f, "adviceText"), kLong);
}

void TestAdvice::rate100_saysDiverged_andOneClickMendsIt() {
  WindowFixture f({.train = 2000, .epochs = 6});
  QVERIFY(f.ready());
  inkling::Recipe recipe = f.session->recipe();
  recipe.optimizer.kind = inkling::OptimizerKind::Sgd;
  recipe.optimizer.learningRate = 100;
  recipe.schedule.kind = inkling::ScheduleKind::OneCycle;  // ends calmly, with nothing learnt
  f.session->setRecipe(recipe);
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QVERIFY2(f.text("adviceText").startsWith(QLatin1String("Diverged: the loss ")),
           qPrintable(f.text("adviceText")));
  f.click("adviceApply");
  QVERIFY(f.session->recipe().optimizer.learningRate <= 0.1);
  f.click("rewindButton");
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QVERIFY(f.session->training().summary()->history.test.accuracy > 0.3);
  QVERIFY(!isShown(f, "adviceText"));
}

void TestAdvice::goodRun_hearsNothing() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QVERIFY2(!isShown(f, "advicePanel"), qPrintable(f.text("adviceText")));
}

void TestAdvice::advice_appearing_movesNothing_data() {
  QTest::addColumn<bool>("lesson");
  QTest::newRow("over the lesson") << true;
  QTest::newRow("without a lesson") << false;
}

void TestAdvice::advice_appearing_movesNothing() {
  QFETCH(bool, lesson);
  WindowFixture f({.train = 2000, .epochs = 100000});
  QVERIFY(f.ready());
  f.window->resize(1280, 800);
  QTRY_COMPARE(f.window->size(), QSize(1280, 800));
  if (!lesson) f.trigger("lessonAction");
  setRate(f, 1e-6);
  QCoreApplication::processEvents();
  const auto places = [&f] {
    QList<QRect> found;
    for (const char* name : {"lossPlot", "accuracyPlot", "sampleTiles", "lossLogScale"}) {
      const auto* widget = f.find<QWidget>(name);
      found << QRect(widget->mapTo(f.window.get(), QPoint()), widget->size());
    }
    return found;
  };
  const auto before = places();
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(isShown(f, "adviceText"), kLong);
  QCoreApplication::processEvents();
  QCOMPARE(places(), before);
  const auto* text = f.find<QLabel>("adviceText");
  QVERIFY(text->height() >= text->heightForWidth(text->width()));
  const auto* panel = f.find<QWidget>("advicePanel");
  QCOMPARE(panel->parentWidget()->childAt(panel->geometry().center())->window(), f.window.get());
  QVERIFY(panel->geometry().contains(f.find<QWidget>("lesson")->geometry()) || !lesson);
  f.click("adviceClose");
  QVERIFY(!isShown(f, "advicePanel"));
}

void TestAdvice::switchedOff_saysNothing_andIsRemembered() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.trigger("adviceAction");
  setRate(f, 1e-6);
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QVERIFY(!isShown(f, "advicePanel"));
  QCOMPARE(QSettings().value(QStringLiteral("view/advice")).toBool(), false);
  f.trigger("adviceAction");
  QVERIFY(isShown(f, "adviceText"));
}

void TestAdvice::publishedFigures_standBesideThoseMeasuredHere() {
  WindowFixture f;
  QVERIFY(f.ready());
  inkling::Recipe recipe = f.session->recipe();
  recipe.published = {{"test_accuracy", 0, 0.924, 0.003}};
  f.session->setRecipe(recipe);
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QVERIFY(isShown(f, "figuresText"));
  const double here = f.session->training().summary()->history.test.accuracy;
  QCOMPARE(
      f.text("figuresText"),
      QStringLiteral("Test accuracy: notebook 92.40 % · here %1 %").arg(100 * here, 0, 'f', 2));
  QVERIFY(!f.text("statusSentence").contains(QLatin1String("otebook")));  // once is enough
}

void TestAdvice::figuresOfSeveralEpochs_theLastOneReachedIsCompared() {
  inkling::Recipe recipe;
  recipe.published = {
      {"test_accuracy", 1, 0.8, 0}, {"test_accuracy", 2, 0.9, 0}, {"test_accuracy", 3, 0.95, 0}};
  inkling::History history;
  for (const int epoch : {1, 2}) {
    inkling::EpochRecord record;
    record.epoch = epoch;
    record.test = {.loss = 1, .accuracy = 0.1 * epoch, .count = 100};
    history.epochs.push_back(record);
  }
  QCOMPARE(inkling::ui::figuresSentence(recipe, history),
           QStringLiteral("Test accuracy: notebook 90.00 % · here 20.00 %"));
  recipe.published.clear();
  QCOMPARE(inkling::ui::figuresSentence(recipe, history), QString());
}

INKLING_TEST(TestAdvice)

#include "tst_advice.moc"
