// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/tensor/gemm.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace inkling;

class TestGemm final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void randomProducts_agreeWithReference();
  void randomProducts_inDouble_agreeWithReference();
  void inPlaceProducts_agreeWithReference();
  void inPlaceProducts_inDouble_agreeWithReference();
  void nothingToSum_leavesScaledTargetOrBias();
  void betaZero_doesNotReadTarget();
  void blocks_haveTheBitsOfTheWhole();
  void blocks_inDouble_haveTheBitsOfTheWhole();
};

namespace {

constexpr int kProducts = 1500;

/// A product with its factors, anything that the interface allows.
template <typename Scalar>
struct Product {
  Index rows = 0;
  Index columns = 0;
  Summation sum{0, 1};
  std::vector<Scalar> leftValues, rightValues, targetValues, biasValues;
  LeftFactor<Scalar> left{};
  RightFactor<Scalar> right{};
  Target<Scalar> target{};                  ///< pointers are set by the functions below
  std::vector<std::int32_t> targetColumns;  ///< empty: one after the other

  Index columnOf(Index j) const {
    return targetColumns.empty() ? j : targetColumns[static_cast<std::size_t>(j)];
  }
  Index targetSize() const {
    return columns > 0 ? target.columnStride * (columnOf(columns - 1) + 1) : 0;
  }
};

template <typename Scalar>
std::vector<Scalar> numbers(Random& random, Index count) {
  std::vector<Scalar> values(static_cast<std::size_t>(count));
  for (Scalar& value : values) value = static_cast<Scalar>(random.uniform(-1, 1));
  return values;
}

/// Mostly small extents, so that every tail of a tile and a vector comes up; now and then 0 or
/// large ones.
Index extent(Random& random, Index large) {
  const auto kind = random.below(20);
  if (kind == 0) return 0;
  if (kind == 1) return 1;
  if (kind < 5) return static_cast<Index>(random.below(static_cast<std::uint32_t>(large)));
  return static_cast<Index>(random.below(40));
}

template <typename Scalar>
Scalar factor(Random& random, std::initializer_list<double> usual) {
  const auto pick = random.below(static_cast<std::uint32_t>(usual.size()) + 1);
  if (pick < usual.size()) return static_cast<Scalar>(usual.begin()[pick]);
  return static_cast<Scalar>(random.uniform(-2, 2));
}

template <typename Scalar>
void drawLeft(Product<Scalar>& p, Random& random, bool inPlace) {
  const Index gap = static_cast<Index>(random.below(3));
  const Index inner = std::max<Index>(1, p.sum.inner);
  const bool transposed = !inPlace && random.chance(0.4);
  if (transposed)
    p.left = {nullptr, inner + gap, 1, (inner + gap) * std::max<Index>(1, p.rows)};
  else
    p.left = {nullptr, 1, p.rows + gap, (p.rows + gap) * inner};
  if (!inPlace && random.chance(0.1)) p.left.rowStride *= 2;
  const Index last = std::max<Index>(0, p.rows - 1) * p.left.rowStride +
                     std::max<Index>(0, inner - 1) * p.left.innerStride +
                     std::max<Index>(0, p.sum.outer - 1) * p.left.outerStride;
  p.leftValues = numbers<Scalar>(random, last + 1 + kReadSlack);
  p.left.data = p.leftValues.data();
}

template <typename Scalar>
void drawRight(Product<Scalar>& p, Random& random) {
  const Index inner = std::max<Index>(1, p.sum.inner);
  const auto kind = random.below(4);
  if (kind == 0)  // row by row
    p.right = {nullptr, 1, p.columns + 1, (p.columns + 1) * inner};
  else if (kind == 1)  // overlapping patches
    p.right = {nullptr, 1 + static_cast<Index>(random.below(3)), 1, 2 + p.columns};
  else if (kind == 2)  // one number for all
    p.right = {nullptr, 0, 0, 0};
  else
    p.right = {nullptr, inner * std::max<Index>(1, p.sum.outer) + 2, 1, inner};
  const Index last = std::max<Index>(0, p.columns - 1) * p.right.columnStride +
                     std::max<Index>(0, inner - 1) * p.right.innerStride +
                     std::max<Index>(0, p.sum.outer - 1) * p.right.outerStride;
  p.rightValues = numbers<Scalar>(random, last + 1);
  p.right.data = p.rightValues.data();
}

template <typename Scalar>
Product<Scalar> draw(Random& random, bool inPlace) {
  Product<Scalar> p;
  p.rows = extent(random, 130);
  p.columns = extent(random, 100);
  p.sum = {extent(random, 800), random.chance(0.3) ? extent(random, 30) : 1};
  if (p.sum.outer > 1) p.sum.inner = std::min<Index>(p.sum.inner, 60);
  drawLeft(p, random, inPlace);
  drawRight(p, random);
  p.target.columnStride = p.rows + static_cast<Index>(random.below(3));
  p.target.alpha = factor<Scalar>(random, {1, 1, -0.1});
  p.target.beta = factor<Scalar>(random, {0, 0, 1});
  std::int32_t column = static_cast<std::int32_t>(random.below(4));
  if (random.chance(0.3))
    for (Index j = 0; j < p.columns; ++j, column += 1 + static_cast<int>(random.below(3)))
      p.targetColumns.push_back(column);
  p.targetValues = numbers<Scalar>(random, p.targetSize());
  if (p.target.beta == 0 && random.chance(0.5)) p.biasValues = numbers<Scalar>(random, p.rows);
  return p;
}

/// The target from one of its elements on.
template <typename Scalar>
Target<Scalar> targetAt(const Product<Scalar>& p, std::vector<Scalar>& values, Index row,
                        Index column) {
  Target<Scalar> target = p.target;
  if (column >= p.columns) return target;
  target.data = values.data() + row + p.columnOf(column) * target.columnStride;
  if (!p.targetColumns.empty()) target.columns = p.targetColumns.data() + column;
  if (!p.biasValues.empty()) target.bias = p.biasValues.data() + row;
  return target;
}

template <typename Scalar>
std::vector<Scalar> compute(const Product<Scalar>& p, bool inPlace) {
  std::vector<Scalar> result = p.targetValues;
  const Target<Scalar> target = targetAt(p, result, 0, 0);
  if (inPlace)
    multiplyInPlace<Scalar>(p.rows, p.columns, p.sum, p.left, p.right, target);
  else
    multiply<Scalar>(p.rows, p.columns, p.sum, p.left, p.right, target);
  return result;
}

/// Error of one element of the product in roundings of the sum of the magnitudes that go into it.
template <typename Scalar>
double errorOf(const Product<Scalar>& p, Index i, Index j, Scalar before, Scalar result) {
  long double sum = 0;
  long double magnitude = 0;
  for (Index o = 0; o < p.sum.outer; ++o)
    for (Index k = 0; k < p.sum.inner; ++k) {
      const long double term =
          static_cast<long double>(
              p.left.data[i * p.left.rowStride + k * p.left.innerStride + o * p.left.outerStride]) *
          static_cast<long double>(p.right.data[j * p.right.columnStride + k * p.right.innerStride +
                                                o * p.right.outerStride]);
      sum += term;
      magnitude += std::abs(term);
    }
  const auto alpha = static_cast<long double>(p.target.alpha);
  long double expected = static_cast<long double>(p.target.beta) * before + alpha * sum;
  if (!p.biasValues.empty()) expected += p.biasValues[static_cast<std::size_t>(i)];
  magnitude = 3 + magnitude * std::abs(alpha);
  const auto unit = static_cast<long double>(std::numeric_limits<Scalar>::epsilon());
  return static_cast<double>(std::abs(result - expected) / (unit * magnitude));
}

/// The largest error; what stands between the product's elements must not be touched at all.
template <typename Scalar>
double largestError(const Product<Scalar>& p, const std::vector<Scalar>& result) {
  std::vector<Scalar> expected = p.targetValues;
  double largest = 0;
  for (Index j = 0; j < p.columns; ++j)
    for (Index i = 0; i < p.rows; ++i) {
      const auto at = static_cast<std::size_t>(i + p.columnOf(j) * p.target.columnStride);
      const double error = errorOf(p, i, j, p.targetValues[at], result[at]);
      if (!(error <= largest)) largest = error;
      expected[at] = result[at];
    }
  return expected == result ? largest : HUGE_VAL;
}

template <typename Scalar>
void compareMany(bool inPlace) {
  Random random(inPlace ? 2 : 1, RandomPurpose::Analysis, sizeof(Scalar));
  int multiplied = 0;
  for (int i = 0; i < kProducts; ++i) {
    const auto p = draw<Scalar>(random, inPlace);
    if (p.rows * p.columns * p.sum.inner * p.sum.outer > 0) ++multiplied;
    const double error = largestError(p, compute(p, inPlace));
    // n roundings of one sum stay below n units; random ones grow as its root.
    QVERIFY2(error <= 16, qPrintable(QString("product %1: %2×%3, sum %4×%5, alpha %6, beta %7: "
                                             "off by %8 roundings")
                                         .arg(i)
                                         .arg(p.rows)
                                         .arg(p.columns)
                                         .arg(p.sum.outer)
                                         .arg(p.sum.inner)
                                         .arg(static_cast<double>(p.target.alpha))
                                         .arg(static_cast<double>(p.target.beta))
                                         .arg(error)));
  }
  QVERIFY(multiplied > kProducts / 2);
}

/// The product in random blocks of rows and columns, as tasks would compute it.
template <typename Scalar>
std::vector<Scalar> computeInBlocks(const Product<Scalar>& p, Random& random, bool inPlace) {
  std::vector<Scalar> result = p.targetValues;
  const auto cut = [&](Index total) {
    std::vector<Index> at{0, total};
    for (int i = 0; i < 3; ++i)
      at.push_back(static_cast<Index>(random.below(static_cast<std::uint32_t>(total) + 1)));
    std::sort(at.begin(), at.end());
    return at;
  };
  const auto rowCuts = cut(p.rows);
  const auto columnCuts = cut(p.columns);
  for (std::size_t r = 1; r < rowCuts.size(); ++r)
    for (std::size_t c = 1; c < columnCuts.size(); ++c) {
      const Index row = rowCuts[r - 1];
      const Index column = columnCuts[c - 1];
      LeftFactor<Scalar> left = p.left;
      left.data += row * left.rowStride;
      RightFactor<Scalar> right = p.right;
      right.data += column * right.columnStride;
      const Target<Scalar> target = targetAt(p, result, row, column);
      const Index rows = rowCuts[r] - row;
      const Index columns = columnCuts[c] - column;
      if (inPlace)
        multiplyInPlace<Scalar>(rows, columns, p.sum, left, right, target);
      else
        multiply<Scalar>(rows, columns, p.sum, left, right, target);
    }
  return result;
}

template <typename Scalar>
void compareBlocks() {
  Random random(3, RandomPurpose::Analysis, sizeof(Scalar));
  for (int i = 0; i < kProducts; ++i) {
    const bool inPlace = i % 2 == 1;
    const auto p = draw<Scalar>(random, inPlace);
    const auto whole = compute(p, inPlace);
    const auto blocks = computeInBlocks(p, random, inPlace);
    QVERIFY2(whole == blocks, qPrintable(QString("product %1: %2×%3, sum %4×%5")
                                             .arg(i)
                                             .arg(p.rows)
                                             .arg(p.columns)
                                             .arg(p.sum.outer)
                                             .arg(p.sum.inner)));
  }
}

}  // namespace

void TestGemm::randomProducts_agreeWithReference() { compareMany<float>(false); }
void TestGemm::randomProducts_inDouble_agreeWithReference() { compareMany<double>(false); }
void TestGemm::inPlaceProducts_agreeWithReference() { compareMany<float>(true); }
void TestGemm::inPlaceProducts_inDouble_agreeWithReference() { compareMany<double>(true); }
void TestGemm::blocks_haveTheBitsOfTheWhole() { compareBlocks<float>(); }
void TestGemm::blocks_inDouble_haveTheBitsOfTheWhole() { compareBlocks<double>(); }

void TestGemm::nothingToSum_leavesScaledTargetOrBias() {
  const float one = 1;
  const std::vector<float> bias{3, 4};
  for (const Summation sum : {Summation{0, 1}, Summation{5, 0}}) {
    std::vector<float> values{1, 2};
    multiply<float>(2, 1, sum, {&one, 1, 1}, {&one, 1, 1}, {values.data(), 2, 1, 0.5F});
    QCOMPARE(values, (std::vector<float>{0.5F, 1}));
    multiply<float>(2, 1, sum, {&one, 1, 1}, {&one, 1, 1}, {values.data(), 2, 1, 0, bias.data()});
    QCOMPARE(values, bias);
    multiplyInPlace<float>(2, 1, sum, {&one, 1, 1}, {&one, 1, 1}, {values.data(), 2, 1, 0});
    QCOMPARE(values, (std::vector<float>{0, 0}));
  }
}

void TestGemm::betaZero_doesNotReadTarget() {
  std::vector<float> left(8 + kReadSlack, 2);
  const std::vector<float> right{3, 5};
  std::vector<float> values(4, std::numeric_limits<float>::quiet_NaN());
  multiply<float>(4, 1, {2}, {left.data(), 1, 4}, {right.data(), 2, 1}, {values.data(), 4});
  QCOMPARE(values, std::vector<float>(4, 16));
}

INKLING_TEST(TestGemm)
#include "tst_gemm.moc"
