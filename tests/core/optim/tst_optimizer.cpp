// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/optim/optimizer.h"
#include "core/train/trainingstep.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/gradientcheck.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <utility>

using namespace inkling;

/// Sequences of updates against the formulas of the papers, written out for a single number.
class TestOptimizer final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void sequence_agreesWithFormula_data();
  void sequence_agreesWithFormula();
  void adam_firstStepIsTheRate();
  void clipping_rescalesTheWholeGradient();
  void smallGradients_areNotClipped();
  void updateInParts_hasTheBitsOfTheWhole();
  void moments_standAsInTheirParameter();
  void updateOnTheWay_equalsUpdateAfterwards_data();
  void updateOnTheWay_equalsUpdateAfterwards();
  void restore_ofWrongShape_fails();
  void restore_continuesExactly();
};

namespace {

constexpr int kSteps = 25;
constexpr double kRate = 0.05;

/// One weight and what an optimizer remembers of it.
struct Number {
  double w = 0.7;
  double m = 0;
  double v = 0;
  int t = 0;
};

using Formula = std::function<void(Number&, double gradient, const OptimizerSpec&)>;

double gradientAt(int step, double w) { return std::sin(1.3 * step) + 0.5 * w; }

void sgd(Number& n, double g, const OptimizerSpec& s) { n.w -= kRate * (g + s.weightDecay * n.w); }

void momentum(Number& n, double g, const OptimizerSpec& s) {
  n.m = s.momentum * n.m + g + s.weightDecay * n.w;
  n.w -= kRate * n.m;
}

// PyTorch's form of Nesterov's method: the step looks ahead along the new velocity.
void nesterov(Number& n, double g, const OptimizerSpec& s) {
  const double d = g + s.weightDecay * n.w;
  n.m = s.momentum * n.m + d;
  n.w -= kRate * (d + s.momentum * n.m);
}

// Kingma and Ba, algorithm 1.
void adamStep(Number& n, double g, const OptimizerSpec& s) {
  ++n.t;
  n.m = s.beta1 * n.m + (1 - s.beta1) * g;
  n.v = s.beta2 * n.v + (1 - s.beta2) * g * g;
  const double first = n.m / (1 - std::pow(s.beta1, n.t));
  const double second = n.v / (1 - std::pow(s.beta2, n.t));
  n.w -= kRate * first / (std::sqrt(second) + s.epsilon);
}

void adam(Number& n, double g, const OptimizerSpec& s) { adamStep(n, g + s.weightDecay * n.w, s); }

// Loshchilov and Hutter, algorithm 2, the decay scaled by the rate.
void adamW(Number& n, double g, const OptimizerSpec& s) {
  const double before = n.w;
  adamStep(n, g, s);
  n.w -= kRate * s.weightDecay * before;
}

Formula formulaOf(OptimizerKind kind) {
  switch (kind) {
    case OptimizerKind::Sgd:
      return sgd;
    case OptimizerKind::Momentum:
      return momentum;
    case OptimizerKind::Nesterov:
      return nesterov;
    case OptimizerKind::Adam:
      return adam;
    case OptimizerKind::AdamW:
      return adamW;
  }
  return {};
}

/// One step for all parameters.
template <typename Scalar>
void take(Optimizer<Scalar>& optimizer, std::vector<Parameter<Scalar>>& parameters,
          const std::vector<Matrix<Scalar>>& gradients) {
  optimizer.begin(kRate, optimizer.clipFactor(gradients));
  for (std::size_t p = 0; p < parameters.size(); ++p)
    optimizer.update(p, parameters[p].value->data(), gradients[p].data(),
                     {0, gradients[p].rows(), 0, gradients[p].cols(), gradients[p].rows()});
}

constexpr OptimizerKind kKinds[] = {OptimizerKind::Sgd, OptimizerKind::Momentum,
                                    OptimizerKind::Nesterov, OptimizerKind::Adam,
                                    OptimizerKind::AdamW};

/// Parameters of their own to optimize: a weight that decays and a bias that does not.
template <typename Scalar>
struct Parameters {
  Matrix<Scalar> weight, bias;
  std::vector<Parameter<Scalar>> list;
  explicit Parameters(Index rows = 1, Index columns = 1)
      : weight(Matrix<Scalar>::Constant(rows, columns, Scalar(0.7))),
        bias(weight),
        list{{"weight", &weight, {}, true}, {"bias", &bias, {}, false}} {}
};

}  // namespace

void TestOptimizer::sequence_agreesWithFormula_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<double>("decay");
  for (const OptimizerKind kind : kKinds)
    for (const double decay : {0.0, 0.1})
      QTest::addRow("%s, decay %g", toString(kind).c_str(), decay)
          << static_cast<int>(kind) << decay;
}

void TestOptimizer::sequence_agreesWithFormula() {
  QFETCH(int, kind);
  QFETCH(double, decay);
  OptimizerSpec spec;
  spec.kind = static_cast<OptimizerKind>(kind);
  spec.weightDecay = decay;
  spec.beta1 = 0.8;
  spec.beta2 = 0.97;
  OptimizerSpec spared = spec;
  spared.weightDecay = 0;
  const Formula formula = formulaOf(spec.kind);
  Number weight, bias;
  Parameters<double> p;
  Optimizer<double> optimizer(spec, p.list);
  for (int step = 0; step < kSteps; ++step) {
    const std::vector<Matrix<double>> gradients{
        Matrix<double>::Constant(1, 1, gradientAt(step, p.weight(0, 0))),
        Matrix<double>::Constant(1, 1, gradientAt(step, p.bias(0, 0)))};
    formula(weight, gradientAt(step, weight.w), spec);
    formula(bias, gradientAt(step, bias.w), spared);
    take(optimizer, p.list, gradients);
    QVERIFY(std::abs(p.weight(0, 0) - weight.w) < 1e-13);
    QVERIFY(std::abs(p.bias(0, 0) - bias.w) < 1e-13);
  }
  QCOMPARE(optimizer.steps(), long(kSteps));
  QCOMPARE(weight.w != bias.w, decay != 0);
}

// The bias corrections make m/√v = ±1.
void TestOptimizer::adam_firstStepIsTheRate() {
  for (const double gradient : {1e-3, -5.0, 1e4}) {
    OptimizerSpec spec;
    spec.kind = OptimizerKind::Adam;
    Parameters<double> p;
    Optimizer<double> optimizer(spec, p.list);
    take(optimizer, p.list, std::vector(2, Matrix<double>::Constant(1, 1, gradient).eval()));
    QVERIFY(std::abs(p.weight(0, 0) - (0.7 - std::copysign(kRate, gradient))) < 1e-6);
  }
}

void TestOptimizer::clipping_rescalesTheWholeGradient() {
  OptimizerSpec spec;
  spec.clipNorm = 1;
  Parameters<double> p;
  Optimizer<double> optimizer(spec, p.list);
  QVERIFY(!optimizer.canFuse());
  const std::vector<Matrix<double>> gradients{Matrix<double>::Constant(1, 1, 3),
                                              Matrix<double>::Constant(1, 1, -4)};
  take(optimizer, p.list, gradients);
  QVERIFY(std::abs(p.weight(0, 0) - (0.7 - kRate * 0.6)) < 1e-15);
  QVERIFY(std::abs(p.bias(0, 0) - (0.7 + kRate * 0.8)) < 1e-15);
}

void TestOptimizer::smallGradients_areNotClipped() {
  OptimizerSpec spec;
  spec.clipNorm = 5.5;
  Parameters<double> p;
  Optimizer<double> optimizer(spec, p.list);
  const std::vector<Matrix<double>> gradients{Matrix<double>::Constant(1, 1, 3),
                                              Matrix<double>::Constant(1, 1, -4)};
  take(optimizer, p.list, gradients);
  QVERIFY(std::abs(p.weight(0, 0) - (0.7 - kRate * 3)) < 1e-15);
}

void TestOptimizer::updateInParts_hasTheBitsOfTheWhole() {
  constexpr Index kRows = 101;
  constexpr Index kColumns = 7;
  constexpr ParameterPart kParts[] = {
      {48, 53, 0, 7, kRows}, {0, 16, 0, 4, kRows}, {16, 32, 0, 7, kRows}, {0, 16, 4, 3, kRows}};
  const Matrix<float> gradient = test::randomInput(kRows, kColumns).cast<float>();
  for (const OptimizerKind kind : kKinds) {
    OptimizerSpec spec;
    spec.kind = kind;
    spec.weightDecay = 0.01;
    Parameters<float> whole(kRows, kColumns), parts(kRows, kColumns);
    Optimizer<float> one(spec, whole.list), two(spec, parts.list);
    for (int step = 0; step < 3; ++step) {
      one.begin(kRate);
      one.update(0, whole.weight.data(), gradient.data(), {0, kRows, 0, kColumns, kRows});
      two.begin(kRate);
      for (const ParameterPart& part : kParts)
        two.update(0, parts.weight.data(), &gradient(part.row, part.column), part);
    }
    QCOMPARE(parts.weight, whole.weight);
    QVERIFY(two.moments() == one.moments());
  }
}

void TestOptimizer::moments_standAsInTheirParameter() {
  OptimizerSpec spec;
  spec.kind = OptimizerKind::Momentum;
  for (const Index rows : {1, 10, 16, 17, 40}) {
    const Matrix<double> gradient = test::randomInput(rows, 5);
    Parameters<double> p(rows, 5);
    Optimizer<double> optimizer(spec, p.list);
    take(optimizer, p.list, {gradient, gradient});
    QCOMPARE(optimizer.moments()[0], gradient);
  }
}

void TestOptimizer::updateOnTheWay_equalsUpdateAfterwards_data() {
  QTest::addColumn<OptimizerKind>("kind");
  for (const OptimizerKind kind : kKinds) QTest::newRow(toString(kind).data()) << kind;
}

// A limit that is never reached puts the update off until all gradients are there, and changes
// nothing else. Inputs enough for a gradient that is computed in several pieces.
void TestOptimizer::updateOnTheWay_equalsUpdateAfterwards() {
  QFETCH(OptimizerKind, kind);
  constexpr int kInputs = 1000;
  Recipe recipe;
  recipe.optimizer.kind = kind;
  recipe.layers = {LayerSpec::dense(96), LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(3)};
  recipe.batch = 16;
  recipe.optimizer.weightDecay = 0.02;
  Recipe unfused = recipe;
  unfused.optimizer.clipNorm = 1e9;
  Network<double> one(Shape{1, 1, kInputs}, recipe.layers);
  one.initialise(3);
  Network<double> two = one;
  const Network<double> start = one;
  ThreadTeam team(2);
  TrainingStep<double> oneStep(recipe, one, team, recipe.batch);
  TrainingStep<double> twoStep(unfused, two, team, unfused.batch);
  QCOMPARE(oneStep.optimizer().canFuse(), kind == OptimizerKind::Sgd);
  QVERIFY(!twoStep.optimizer().canFuse());
  for (std::uint32_t step = 0; step < 20; ++step) {
    const Matrix<double> input = test::randomInput(kInputs, 16, step);
    for (auto* training : {&oneStep, &twoStep}) {
      std::copy_n(input.data(), input.size(), training->input().data);
      for (std::size_t i = 0; i < 16; ++i) training->labels(16)[i] = static_cast<Label>(i % 3);
      training->run(16, 0.02, step);
    }
  }
  for (std::size_t i = 0; i < one.parameters().size(); ++i) {
    const auto& a = *one.parameters()[i].value;
    QVERIFY((a - *two.parameters()[i].value).cwiseAbs().maxCoeff() < 1e-12);
    QVERIFY((a - *start.parameters()[i].value).cwiseAbs().maxCoeff() > 1e-3);
  }
}

void TestOptimizer::restore_ofWrongShape_fails() {
  OptimizerSpec spec;
  spec.kind = OptimizerKind::Adam;
  Parameters<float> p;
  Optimizer<float> optimizer(spec, p.list);
  auto moments = optimizer.moments();
  QCOMPARE(moments.size(), std::size_t(4));
  EXPECT_ERROR(optimizer.restore(-1, moments), "does not fit");
  moments[2].resize(2, 1);
  EXPECT_ERROR(optimizer.restore(1, moments), "does not fit");
  moments.pop_back();
  EXPECT_ERROR(optimizer.restore(1, moments), "does not fit");
}

void TestOptimizer::restore_continuesExactly() {
  for (const OptimizerKind kind : kKinds) {
    OptimizerSpec spec;
    spec.kind = kind;
    Parameters<float> whole(37, 3), parts(37, 3);
    Optimizer<float> one(spec, whole.list);
    Optimizer<float> before(spec, parts.list);
    Optimizer<float> after(spec, parts.list);
    for (int step = 0; step < 10; ++step) {
      const std::vector<Matrix<float>> gradients(
          2, test::randomInput(37, 3, static_cast<std::uint32_t>(step)).cast<float>());
      if (step == 4) after.restore(before.steps(), before.moments());
      take(one, whole.list, gradients);
      take(step < 4 ? before : after, parts.list, gradients);
    }
    QCOMPARE(parts.weight, whole.weight);
  }
}

INKLING_TEST(TestOptimizer)
#include "tst_optimizer.moc"
