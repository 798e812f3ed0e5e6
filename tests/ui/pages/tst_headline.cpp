// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/pages/evaluate/headline.h"

#include <QLabel>
#include <QTest>

#include <vector>

using inkling::ui::Evaluation;
using inkling::ui::Headline;

class TestHeadline final : public QObject {
  Q_OBJECT
private slots:
  void classesOfMnist_haveTheAccuracyAlone();
  void unequalClasses_haveTheirMeansToo();
};

namespace {

/// So many images of each class; one of each is taken for the class 0.
Evaluation evaluationOf(const std::vector<int>& images) {
  Evaluation made;
  made.confusion = inkling::Confusion(static_cast<int>(images.size()));
  for (std::size_t c = 0; c < images.size(); ++c)
    for (int i = 0; i < images[c]; ++i)
      made.confusion.add(static_cast<int>(c), i == 0 ? 0 : static_cast<int>(c));
  return made;
}

}  // namespace

void TestHeadline::classesOfMnist_haveTheAccuracyAlone() {
  Headline headline;
  headline.show(evaluationOf({980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009}));
  QVERIFY(headline.findChild<QLabel*>("headlineMeans")->isHidden());
  QVERIFY(!headline.findChild<QLabel*>("headlineAccuracy")->isHidden());
}

// 20 of class 0, all right; 4 of class 1, of which three are: F1 40/41 and 6/7.
void TestHeadline::unequalClasses_haveTheirMeansToo() {
  Headline headline;
  const auto* means = headline.findChild<QLabel*>("headlineMeans");
  headline.show(evaluationOf({20, 4}));
  QVERIFY(!means->isHidden());
  QCOMPARE(means->text(), QString("balanced accuracy 87.50 %\nmacro-F1 91.64 %"));
  QVERIFY(!means->toolTip().isEmpty());
  headline.show(evaluationOf({20, 20}));
  QVERIFY(means->isHidden());
  headline.show(evaluationOf({20, 4}));
  headline.clear(QString("Nothing."));
  QVERIFY(means->isHidden());
}

INKLING_TEST(TestHeadline)
#include "tst_headline.moc"
