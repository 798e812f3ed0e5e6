// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/plots/plotview.h"
#include "ui/plots/trainingplot.h"

#include <QApplication>

using inkling::test::WindowFixture;
using State = inkling::ui::Training::State;
using inkling::test::kLong;
using inkling::test::kEndless;

namespace {

/// Long enough never to end by itself within a test.

bool stepBatches(WindowFixture& f, int times) {
  for (int i = 0; i < times; ++i) {
    const int done = f.session->training().progress().position.step + 1;
    f.click("stepBatchButton");
    if (!QTest::qWaitFor([&] { return f.session->training().progress().position.step == done; },
                         kLong))
      return false;
  }
  return true;
}

}  // namespace

class TestStepReports final : public QObject {
  Q_OBJECT
private slots:
  void recipeWithReports_theyStandInTheStatusAndUnderTheMouse();
};

void TestStepReports::recipeWithReports_theyStandInTheStatusAndUnderTheMouse() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  inkling::Recipe recipe = f.session->recipe();
  recipe.reportEvery = 3;
  f.session->setRecipe(recipe);
  QVERIFY(stepBatches(f, 2));
  QVERIFY(!f.text("statusSentence").contains(QLatin1String("Steps")));
  QVERIFY(stepBatches(f, 4));
  const auto& losses = f.plot("lossPlot")->run().batches.y;
  const double mean = (losses[3] + losses[4] + losses[5]) / 3;
  const QString expected = QStringLiteral("Steps 4 to 6: loss %1, accuracy ").arg(mean, 0, 'f', 3);
  QVERIFY2(f.text("statusSentence").contains(expected), qPrintable(f.text("statusSentence")));
  f.trigger("languageMenu.zh_CN");
  QTRY_VERIFY(!f.text("statusSentence").contains(QLatin1String("loss")));
  QVERIFY(f.text("statusSentence").contains(QString::number(mean, 'f', 3)));
  f.trigger("languageMenu.en");

  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(f.session->training().progress().position.epoch >= 2, kLong);
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  QVERIFY(f.text("statusSentence").startsWith(QLatin1String("Stopped")));
  QVERIFY(f.text("statusSentence").contains(QLatin1String(" Steps ")));
  auto* view = f.find<inkling::ui::PlotView>("lossView");
  QTest::mouseMove(view, QPoint(view->width() / 3, view->height() / 2));
  QTRY_VERIFY2(view->readoutText().contains(QLatin1String("mean of 3 steps ")),
               qPrintable(view->readoutText()));
  f.click("rewindButton");
  f.click("stepBatchButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().position.step, 1, kLong);
  QVERIFY(!f.text("statusSentence").contains(QLatin1String("Steps")));
}

INKLING_TEST(TestStepReports)

#include "tst_stepreports.moc"
