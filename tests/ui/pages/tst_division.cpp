// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/pages/evaluate/evaluationreader.h"
#include "ui/widgets/samples/samplemodel.h"
#include "ui/widgets/samples/sampletiles.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>

using inkling::HeldOut;
using inkling::TrainLimit;
using inkling::test::kLong;
using inkling::test::WindowFixture;
using inkling::ui::SampleTiles;
using State = inkling::ui::Training::State;

namespace {

class DivisionFixture final : public WindowFixture {
public:
  /// By the keyboard, to that entry of the list.
  void choose(const char* box, HeldOut::Kind kind) { choose(box, static_cast<int>(kind)); }
  void choose(const char* box, TrainLimit::Kind kind) { choose(box, static_cast<int>(kind)); }
  void enter(const char* box, const char* number) {
    auto* edit = spin(box)->findChild<QLineEdit*>();
    edit->selectAll();
    QTest::keyClicks(edit, QLatin1String(number));
    QTest::keyClick(edit, Qt::Key_Return);
  }
  void enterSeed(const char* seed) {
    auto* edit = find<QWidget>("seed")->findChild<QLineEdit*>();
    edit->selectAll();
    QTest::keyClicks(edit, QLatin1String(seed));
    QTest::keyClick(edit, Qt::Key_Return);
  }
  QDoubleSpinBox* spin(const char* box) const {
    return find<QDoubleSpinBox>(qPrintable(QLatin1String(box) + QLatin1String("Number")));
  }
  int held() const { return session->split().validation.count(); }
  int trained() const { return session->split().train.count(); }

private:
  void choose(const char* box, int way) {
    auto* list = find<QComboBox>(qPrintable(QLatin1String(box) + QLatin1String("Way")));
    while (list->currentIndex() != way)
      QTest::keyClick(list, list->currentIndex() < way ? Qt::Key_Down : Qt::Key_Up);
  }
};

}  // namespace

/// How the images are divided is chosen on the pages Learn and Data.
class TestDivision final : public QObject {
  Q_OBJECT
private slots:
  void dataPage_heldOut_isChosen();
  void dataPage_limit_isChosen();
  void settings_chooseTheSame();
  void settings_balance_isChosen();
  void moreThanThereAre_isRefusedAndStaysAsItWas();
  void seed_dividesAnewWhereImagesAreDrawn();
  void seedChangedAfterARun_isEvaluatedOnWhatWasHeldOut();
  void classesThatAPartLacks_areSaid();
};

void TestDivision::dataPage_heldOut_isChosen() {
  DivisionFixture f;
  QVERIFY(f.ready());
  f.click("dataPageButton");
  QVERIFY(f.text("dataHeadline").contains("the last 100"));
  QCOMPARE(f.spin("dataValidation")->value(), 100.0);
  f.choose("dataValidation", HeldOut::Kind::Share);
  QVERIFY(f.session->recipe().data.validation == HeldOut::part(0.1));
  QCOMPARE(f.held(), 60);
  QVERIFY2(f.text("dataHeadline").contains("600 training images 60 are held out"),
           qPrintable(f.text("dataHeadline")));
  f.enter("dataValidation", "25");
  QCOMPARE(f.held(), 150);
  f.choose("dataValidation", HeldOut::Kind::Count);
  QCOMPARE(f.held(), 50);  // a twelfth, to begin with
  f.choose("dataValidation", HeldOut::Kind::Default);
  QVERIFY(f.session->recipe().data.validation == HeldOut{});
  QVERIFY(f.spin("dataValidation")->isHidden());
}

void TestDivision::dataPage_limit_isChosen() {
  DivisionFixture f;
  QVERIFY(f.ready());
  f.click("dataPageButton");
  f.choose("dataLimit", TrainLimit::Kind::Count);
  f.enter("dataLimit", "300");
  QVERIFY(f.session->recipe().data.trainLimit == TrainLimit::drawn(300));
  QCOMPARE(f.trained(), 200);
  f.choose("dataLimit", TrainLimit::Kind::First);
  QCOMPARE(f.trained(), 500);
  f.enter("dataLimit", "200");
  QCOMPARE(f.session->split().train.indices.back(), 99U);
}

void TestDivision::settings_chooseTheSame() {
  DivisionFixture f;
  QVERIFY(f.ready());
  f.choose("validation", HeldOut::Kind::Default);
  f.choose("trainLimit", TrainLimit::Kind::First);
  f.enter("trainLimit", "240");
  QCOMPARE(f.held(), 20);
  QCOMPARE(f.trained(), 220);
  QCOMPARE(f.spin("dataLimit")->value(), 240.0);
}

void TestDivision::settings_balance_isChosen() {
  DivisionFixture f;
  QVERIFY(f.ready());
  auto* list = f.find<QComboBox>("balance");
  QCOMPARE(list->count(), 3);
  QCOMPARE(list->currentIndex(), 0);
  QTest::keyClick(list, Qt::Key_Down);
  QVERIFY(f.session->recipe().data.balance == inkling::ClassBalance::Sampling);
  QTest::keyClick(list, Qt::Key_Down);
  QVERIFY(f.session->recipe().data.balance == inkling::ClassBalance::Weights);
  inkling::Recipe other = f.session->recipe();
  other.data.balance = inkling::ClassBalance::None;
  f.session->setRecipe(other);
  QCOMPARE(list->currentIndex(), 0);
}

void TestDivision::moreThanThereAre_isRefusedAndStaysAsItWas() {
  DivisionFixture f;
  QVERIFY(f.ready());
  f.enter("validation", "600");
  QVERIFY2(f.message().contains("data.validation is 600, but only 600"), qPrintable(f.message()));
  QVERIFY(f.session->recipe().data.validation == HeldOut::last(100));
  QCOMPARE(f.spin("validation")->value(), 100.0);
  QCOMPARE(f.held(), 100);
}

void TestDivision::seed_dividesAnewWhereImagesAreDrawn() {
  DivisionFixture f;
  QVERIFY(f.ready());
  const auto loaded = f.session->loaded();
  f.enterSeed("2");
  QCOMPARE(f.session->loaded(), loaded);
  f.choose("validation", HeldOut::Kind::Count);
  f.enterSeed("3");
  const auto drawn = f.session->split().validation.indices;
  f.enterSeed("4");
  QVERIFY(f.session->split().validation.indices != drawn);
  f.enterSeed("3");
  QVERIFY(f.session->split().validation.indices == drawn);
}

// The settings are for the next run: what the last one has learnt is no validation image of it.
void TestDivision::seedChangedAfterARun_isEvaluatedOnWhatWasHeldOut() {
  DivisionFixture f;
  QVERIFY(f.ready());
  f.choose("validation", HeldOut::Kind::Count);
  QVERIFY(f.train());
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  const auto held = f.session->split().validation.indices;
  const double accuracy = f.session->model()->history.epochs.back().validation.accuracy;
  f.enterSeed("7");
  QVERIFY(f.session->split().validation.indices != held);
  QVERIFY(f.session->modelSplit().validation.indices == held);
  QVERIFY(f.find<SampleTiles>("sampleTiles")->model()->view().indices == held);
  inkling::ui::EvaluationReader reader(*f.session);
  reader.setPart(inkling::ui::EvaluationReader::Part::Validation);
  reader.setActive(true);
  QTRY_VERIFY_WITH_TIMEOUT(reader.evaluation(), kLong);
  QVERIFY(reader.view().indices == held);
  QCOMPARE(reader.evaluation()->score.accuracy, accuracy);
}

void TestDivision::classesThatAPartLacks_areSaid() {
  DivisionFixture f;
  QVERIFY(f.ready());
  f.click("dataPageButton");
  QVERIFY(f.find<QLabel>("dataWarnings")->isHidden());
  f.enter("dataValidation", "1");
  QVERIFY(f.find<QLabel>("dataWarnings")->isVisible());
  QVERIFY2(f.text("dataWarnings").contains("The validation images lack 9 of the 10 classes"),
           qPrintable(f.text("dataWarnings")));
  f.click("learnPageButton");
  QVERIFY(f.message().isEmpty());
  QVERIFY(f.train());
  QVERIFY2(f.message().contains("The validation images lack 9 of the 10 classes"),
           qPrintable(f.message()));
}

INKLING_TEST(TestDivision)

#include "tst_division.moc"
