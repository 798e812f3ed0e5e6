// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/features.h"
#include "core/analysis/neighbours.h"
#include "core/analysis/pca.h"
#include "core/analysis/procrustes.h"
#include "core/analysis/trace.h"
#include "core/analysis/tsne.h"
#include "core/base/random.h"
#include "tests/core/support/images.h"
#include "tests/core/support/near.h"
#include "tests/core/support/networks.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <Eigen/QR>

#include <cmath>

using namespace inkling;
using test::near;

namespace {

// `each` points around each of three centres far apart, in ten dimensions; point i belongs to i
// % 3.
Matrix<float> threeClouds(int each) {
  Random random(5, RandomPurpose::Analysis);
  Matrix<float> points(10, 3 * each);
  for (Index i = 0; i < points.cols(); ++i)
    for (Index k = 0; k < points.rows(); ++k)
      points(k, i) = static_cast<float>(random.normal()) + (k == i % 3 ? 15.0F : 0.0F);
  return points;
}

Matrix<float> start(const Matrix<float>& points) { return pca(points, 2).project(points); }

}  // namespace

class TestMap final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void features_areTheLayerBeforeTheLastDense();
  void features_softmaxRegression_areThePixels();
  void features_anyThreads_sameBits();
  void nearest_sortsByDistance();
  void placeAmong_liesBetweenItsNeighbours();
  void pca_findsTheAxisOfALine();
  void pca_keepsVariancesAndDirections();
  void pca_morePointsOrMoreCoordinates_sameDirections_data();
  void pca_morePointsOrMoreCoordinates_sameDirections();
  void pca_fewPoints_componentsAreOrthonormal();
  void pca_manyInputs_takesTheSmallerSide();
  void pca_cancelled_hasNoComponents();
  void bestRotation_turnsAMapBack();
  void bestRotation_undoesAMirror();
  void tsne_affinitiesAreSymmetricAndSumToOne();
  void tsne_perplexityIsMet();
  void tsne_gradientAgreesWithDifferences();
  void tsne_keepsCloudsTogether();
  void tsne_isDeterministic();
  void tsne_cancelled_isDone();
};

void TestMap::features_areTheLayerBeforeTheLastDense() {
  const Model model = test::smallConvNet();
  const DataView view = test::randomImages(70, 12);
  QCOMPARE(featureLayer(model.network), 9);
  const Matrix<float> found = features(model, view);
  QCOMPARE(found.rows(), Index(8));
  QCOMPARE(found.cols(), Index(70));
  for (const int i : {0, 63, 69}) {
    const Trace trace(model.network, networkInput(model, view.image(i)));
    const Vector<float> one = featuresOf(model, view.image(i));
    for (Index k = 0; k < 8; ++k) {
      QVERIFY(near(found(k, i), trace.output(9)[static_cast<std::size_t>(k)]));
      QVERIFY(near(found(k, i), one(k)));
    }
  }
}

void TestMap::features_softmaxRegression_areThePixels() {
  const Model model = test::modelOf(12, {LayerSpec::dense(3)});
  const DataView view = test::randomImages(3, 12);
  QCOMPARE(featureLayer(model.network), -1);
  const Matrix<float> found = features(model, view);
  QCOMPARE(found.rows(), Index(144));
  for (Index k = 0; k < 144; ++k)
    QVERIFY(near(found(k, 2), view.image(2)[static_cast<std::size_t>(k)] / 255.0));
}

void TestMap::features_anyThreads_sameBits() {
  const Model model = test::smallConvNet();
  const DataView view = test::randomImages(200, 12);
  QVERIFY(features(model, view, 1) == features(model, view, 3));
  const std::atomic<bool> cancelled = true;
  QCOMPARE(features(model, view, 1, &cancelled).cols(), Index(0));
}

void TestMap::nearest_sortsByDistance() {
  Matrix<float> points(2, 4);
  points << 0, 3, 0, 1,  //
      0, 4, 1, 0;
  const auto found = nearest(points, Vector<float>::Zero(2), 3);
  QCOMPARE(found.size(), std::size_t(3));
  QCOMPARE(found[0].position, 0);
  QCOMPARE(found[1].position, 2);  // as near as 3, but first
  QCOMPARE(found[2].position, 3);
  QCOMPARE(nearest(points, Vector<float>::Zero(2), 9).back().distance, 5.0F);
}

void TestMap::placeAmong_liesBetweenItsNeighbours() {
  Matrix<float> points(1, 3);
  points << 0, 1, 100;
  Matrix<float> places(2, 3);
  places << 0, 10, 1000,  //
      0, 20, 1000;
  Vector<float> query(1);
  query << 0.25F;
  // Weights 1/0.25 and 1/0.75.
  const Vector<float> place = placeAmong(points, places, query, 2);
  QVERIFY(near(place(0), 2.5) && near(place(1), 5));
}

void TestMap::pca_findsTheAxisOfALine() {
  Matrix<float> points(2, 3);
  points << 0, 3, 6,  //
      0, 4, 8;
  const Pca found = pca(points, 2);
  QVERIFY(near(found.mean(0), 3) && near(found.mean(1), 4));
  QVERIFY(near(found.components(0, 0), 0.6) && near(found.components(1, 0), 0.8));
  QVERIFY(near(found.variances(0), 25, 1e-3) && near(found.variances(1), 0, 1e-3));
  const Matrix<float> projected = found.project(points);
  QVERIFY(near(projected(0, 0), -5) && near(projected(0, 2), 5));
}

void TestMap::pca_keepsVariancesAndDirections() {
  const Matrix<float> points = threeClouds(60);
  const Pca found = pca(points, 10);
  const Matrix<float> unit = found.components.transpose() * found.components;
  QVERIFY(unit.isApprox(Matrix<float>::Identity(10, 10), 1e-4F));
  QVERIFY(near(found.variances.cast<double>().sum() / found.totalVariance, 1, 1e-4));
  const Matrix<float> projected = found.project(points);
  for (Index k = 0; k < 10; ++k) {
    const double variance = projected.row(k).cast<double>().squaredNorm() / 179;
    QVERIFY(near(variance / static_cast<double>(found.variances(k)), 1, 1e-3));
    if (k > 0) QVERIFY(found.variances(k) <= found.variances(k - 1));
  }
}

void TestMap::pca_morePointsOrMoreCoordinates_sameDirections_data() {
  QTest::addColumn<int>("coordinates");
  QTest::addColumn<int>("points");
  QTest::newRow("more points") << 40 << 90;
  QTest::newRow("more coordinates") << 90 << 40;
  QTest::newRow("many of both") << 700 << 900;
  QTest::newRow("many of both, more coordinates") << 900 << 700;
}

// Three directions of known variance, and little else.
void TestMap::pca_morePointsOrMoreCoordinates_sameDirections() {
  QFETCH(int, coordinates);
  QFETCH(int, points);
  Random random(7, RandomPurpose::Analysis);
  const auto drawn = [&](Index rows, Index columns, double scale) {
    Matrix<float> matrix(rows, columns);
    for (float& value : matrix.reshaped()) value = static_cast<float>(scale * random.normal());
    return matrix;
  };
  const Matrix<float> axes =
      Eigen::HouseholderQR<Matrix<float>>(drawn(coordinates, 3, 1)).householderQ() *
      Matrix<float>::Identity(coordinates, 3);
  Matrix<float> weights = drawn(3, points, 1);
  weights.array().colwise() *= Eigen::Array3f(30, 20, 10);
  const Matrix<float> cloud = axes * weights + drawn(coordinates, points, 0.01);
  const Pca found = pca(cloud.colwise() + Vector<float>::Constant(coordinates, 5), 3);
  // The same from the covariance in double precision.
  const Matrix<double> centred =
      cloud.cast<double>().colwise() - cloud.cast<double>().rowwise().mean().eval();
  const Matrix<double> covariance = centred * centred.transpose() / (points - 1);
  QVERIFY(near(found.totalVariance / covariance.trace(), 1, 1e-4));
  for (Index k = 0; k < 3; ++k) {
    const Vector<double> axis = found.components.col(k).cast<double>();
    const double variance = static_cast<double>(found.variances(k));
    QVERIFY(near(axis.norm(), 1, 1e-5));
    QVERIFY(near(axis.dot(covariance * axis) / variance, 1, 1e-4));
    QVERIFY((covariance * axis - variance * axis).norm() < 1e-3 * variance);
    QVERIFY(axis.maxCoeff() >= -axis.minCoeff());
  }
}

void TestMap::pca_fewPoints_componentsAreOrthonormal() {
  Matrix<float> points = Matrix<float>::Zero(7, 3);
  points(2, 1) = 4;  // the three lie on a line
  points(2, 2) = 8;
  const Pca found = pca(points, 5);
  QVERIFY((found.components.transpose() * found.components)
              .isApprox(Matrix<float>::Identity(5, 5), 1e-5F));
  QVERIFY(near(found.components(2, 0), 1) && near(found.variances(0), 16, 1e-4));
  for (Index k = 1; k < 5; ++k) QVERIFY(near(found.variances(k), 0, 1e-4));
}

// A square matrix of the inputs would take 1.9 GB and hours.
void TestMap::pca_manyInputs_takesTheSmallerSide() {
  constexpr Index kInputs = 21632;
  Matrix<float> points = Matrix<float>::Zero(kInputs, 50);
  for (Index i = 0; i < 50; ++i) points(kInputs - 1, i) = static_cast<float>(i);
  const Pca found = pca(points, 2);
  QVERIFY(near(found.components(kInputs - 1, 0), 1, 1e-5));
  QVERIFY(near(found.variances(0), 212.5, 1e-2));
}

void TestMap::pca_cancelled_hasNoComponents() {
  const std::atomic<bool> cancelled = true;
  QCOMPARE(pca(threeClouds(20), 2, &cancelled).components.size(), Index(0));
}

void TestMap::bestRotation_turnsAMapBack() {
  const Matrix<float> reference = start(threeClouds(20));
  Matrix<float> turn(2, 2);
  turn << 0.6F, -0.8F, 0.8F, 0.6F;
  Matrix<float> places = turn * reference;
  places.row(0).array() += 7;  // moving it does not matter
  const Matrix<float> found = bestRotation(places, reference);
  QVERIFY((found - turn.transpose()).cwiseAbs().maxCoeff() < 1e-4F);
}

void TestMap::bestRotation_undoesAMirror() {
  const Matrix<float> reference = start(threeClouds(20));
  Matrix<float> places = reference;
  places.row(1) *= -1;
  Matrix<float> mirror(2, 2);
  mirror << 1, 0, 0, -1;
  QVERIFY((bestRotation(places, reference) - mirror).cwiseAbs().maxCoeff() < 1e-4F);
}

void TestMap::tsne_affinitiesAreSymmetricAndSumToOne() {
  const Matrix<float> points = threeClouds(20);
  const Tsne tsne(points, start(points));
  const Matrix<float>& p = tsne.affinities();
  QVERIFY(near(p.cast<double>().sum(), 1, 1e-5));
  QVERIFY(p.isApprox(p.transpose()));
  QCOMPARE(p.diagonal().cwiseAbs().maxCoeff(), 0.0F);
}

void TestMap::tsne_perplexityIsMet() {
  // All pairs are equally far apart: every other point counts the same, whatever is asked for.
  const Matrix<float> points = Matrix<float>::Identity(16, 16);
  Matrix<float> places = Matrix<float>::Random(2, 16);
  const Tsne tsne(points, places);
  for (Index i = 1; i < 16; ++i) QVERIFY(near(tsne.affinities()(i, 0), 1.0 / (16 * 15), 1e-6));
}

void TestMap::tsne_gradientAgreesWithDifferences() {
  // A first step without momentum goes against the gradient: the divergence falls by about
  // |gradient|·|step|, and a step tells the gradient.
  const Matrix<float> points = threeClouds(7);
  TsneOptions options;
  options.exaggerated = 0;
  options.learningRate = 1e-3;
  Tsne tsne(points, start(points), options);
  const double before = tsne.divergence();
  const Matrix<float> from = tsne.places();
  tsne.step();
  const Matrix<float> step = tsne.places() - from;
  const double fallen = before - tsne.divergence();
  // Σ gradient·step with gradient = −step/rate (gains are 1 + 0 or 0.8 at the first step).
  const double least = step.cast<double>().squaredNorm() / options.learningRate;
  QVERIFY2(fallen > 0.9 * least && fallen < 1.4 * least,
           qPrintable(QString("%1 %2").arg(fallen).arg(least)));
}

void TestMap::tsne_keepsCloudsTogether() {
  const Matrix<float> points = threeClouds(40);
  TsneOptions options;
  options.iterations = 400;
  Tsne tsne(points, start(points), options);
  const double before = tsne.divergence();
  while (!tsne.done()) tsne.step();
  QVERIFY(tsne.divergence() < before / 2);
  QCOMPARE(tsne.progress(), 1.0);
  int right = 0;
  for (Index i = 0; i < points.cols(); ++i) {
    const Vector<float> place = tsne.places().col(i);
    const auto found = nearest(tsne.places(), place, 6);
    for (std::size_t k = 1; k < found.size(); ++k) right += found[k].position % 3 == i % 3 ? 1 : 0;
  }
  QVERIFY2(right > 0.98 * 5 * 120, qPrintable(QString::number(right)));
}

void TestMap::tsne_isDeterministic() {
  const Matrix<float> points = threeClouds(20);
  Tsne one(points, start(points));
  Tsne two(points, start(points));
  for (int i = 0; i < 30; ++i) {
    one.step();
    two.step();
  }
  QVERIFY(one.places() == two.places());
  QVERIFY(one.places().allFinite());
}

void TestMap::tsne_cancelled_isDone() {
  const Matrix<float> points = threeClouds(20);
  const std::atomic<bool> cancelled = true;
  Tsne tsne(points, start(points), {}, &cancelled);
  QVERIFY(tsne.done());
  tsne.step();
  QCOMPARE(tsne.places().cols(), Index(60));
}

INKLING_TEST(TestMap)
#include "tst_map.moc"
