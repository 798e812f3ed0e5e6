// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/train/finetune.h"
#include "core/train/trainer.h"
#include "tests/core/support/blockset.h"
#include "tests/core/support/expecterror.h"
#include "tests/support/testprogram.h"

using namespace inkling;

namespace {

Model trained(const DataSource& source) {
  Recipe recipe;
  recipe.data.validation = HeldOut::last(0);
  recipe.layers = {LayerSpec::dense(24), LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(10)};
  recipe.optimizer.learningRate = 0.1;
  recipe.epochs = 4;
  Trainer trainer(recipe, source, 1);
  Control control;
  Observer nobody;
  trainer.run(control, nobody);
  return trainer.model();
}

// A hand that writes rows as columns.
std::shared_ptr<const Dataset> sideways(const Dataset& set, int from, int count) {
  auto turned = std::make_shared<Dataset>();
  turned->width = turned->height = 28;
  turned->classes = set.classes;
  for (int i = from; i < from + count; ++i) {
    const auto image = set.image(i);
    for (std::size_t p = 0; p < image.size(); ++p)
      turned->pixels.push_back(image[p % 28 * 28 + p / 28]);
    turned->labels.push_back(set.labels[static_cast<std::size_t>(i)]);
  }
  return turned;
}

FineTuneOptions quick() {
  return {.epochs = 3, .others = 300, .personalShare = 0.4, .learningRate = 0.003, .threads = 1};
}

}  // namespace

class TestFineTune final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void peculiarHand_isLearntAndNothingIsForgotten();
  void sameArguments_giveTheSameBits();
  void cancelled_givesNoModel();
  void nothingHeldOut_isNotMeasured();
  void nothingToLearn_isRefused();
  void otherImages_areRefused();

private:
  DataSource m_source;
  Model m_model;
  OwnDigits m_digits;
};

void TestFineTune::initTestCase() {
  m_source = test::blockSource(400, 100);
  m_model = trained(m_source);
  m_digits = {sideways(*m_source.train, 0, 40), sideways(*m_source.test, 0, 40)};
}

void TestFineTune::peculiarHand_isLearntAndNothingIsForgotten() {
  double last = 0;
  const FineTuned tuned = fineTune(m_model, m_digits, m_source, quick(), [&last](double share) {
    const bool grows = share > last && share <= 1;
    last = share;
    return grows;
  });
  QVERIFY(tuned.model != nullptr);
  QVERIFY(last > 0.5);
  QCOMPARE(tuned.personalBefore.count, 40);
  QCOMPARE(tuned.othersAfter.count, 100);
  QVERIFY2(tuned.personalBefore.accuracy < 0.6,
           qPrintable(QString::number(tuned.personalBefore.accuracy)));
  QVERIFY2(tuned.personalAfter.accuracy > tuned.personalBefore.accuracy + 0.2,
           qPrintable(QString::number(tuned.personalAfter.accuracy)));
  QVERIFY2(tuned.othersAfter.accuracy > tuned.othersBefore.accuracy - 0.1,
           qPrintable(QString::number(tuned.othersAfter.accuracy)));
  QCOMPARE(tuned.model->recipe, m_model.recipe);
  QCOMPARE(evaluate(m_model, {m_source.test, {0, 1, 2}}, 1).count, 3);
}

void TestFineTune::sameArguments_giveTheSameBits() {
  const FineTuned one = fineTune(m_model, m_digits, m_source, quick());
  FineTuneOptions two = quick();
  two.threads = 2;
  const FineTuned other = fineTune(m_model, m_digits, m_source, two);
  const auto a = one.model->network.parameters();
  const auto b = other.model->network.parameters();
  for (std::size_t i = 0; i < a.size(); ++i) QVERIFY(*a[i].value == *b[i].value);
}

void TestFineTune::cancelled_givesNoModel() {
  const FineTuned tuned =
      fineTune(m_model, m_digits, m_source, quick(), [](double share) { return share < 0.3; });
  QVERIFY(tuned.model == nullptr);
}

void TestFineTune::nothingHeldOut_isNotMeasured() {
  const FineTuned tuned = fineTune(m_model, {m_digits.learnt, nullptr}, m_source, quick());
  QVERIFY(tuned.model != nullptr);
  QCOMPARE(tuned.personalBefore.count, 0);
  QCOMPARE(tuned.personalAfter.count, 0);
}

void TestFineTune::nothingToLearn_isRefused() {
  EXPECT_ERROR(fineTune(m_model, {nullptr, m_digits.heldOut}, m_source, quick()), "no digits");
  EXPECT_ERROR(fineTune(m_model, {std::make_shared<Dataset>(), nullptr}, m_source, quick()),
               "no digits");
}

void TestFineTune::otherImages_areRefused() {
  Model other = m_model;
  other.classNames[0] = "shirt";
  EXPECT_ERROR(fineTune(other, m_digits, m_source, quick()), "something else");
}

INKLING_TEST(TestFineTune)
#include "tst_finetune.moc"
