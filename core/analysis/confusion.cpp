// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/confusion.h"

#include <algorithm>

namespace inkling {
namespace {

/// Of the largest class to the smallest; up to here they are as good as equal.
constexpr double kEqualWithin = 1.5;

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

}  // namespace

Confusion::Confusion(int classes)
    : m_classes(classes),
      m_counts(static_cast<std::size_t>(classes) * static_cast<std::size_t>(classes)) {}

Confusion::Confusion(const Predictions& predictions) : Confusion(predictions.classes) {
  for (std::size_t i = 0; i < predictions.labels.size(); ++i)
    add(predictions.labels[i], predictions.predicted[i]);
}

void Confusion::add(int label, int predicted) {
  ++m_counts[static_cast<std::size_t>(label * m_classes + predicted)];
}

int Confusion::count(int label, int predicted) const {
  return m_counts[static_cast<std::size_t>(label * m_classes + predicted)];
}

int Confusion::rowSum(int label) const {
  int sum = 0;
  for (int c = 0; c < m_classes; ++c) sum += count(label, c);
  return sum;
}

int Confusion::columnSum(int predicted) const {
  int sum = 0;
  for (int r = 0; r < m_classes; ++r) sum += count(r, predicted);
  return sum;
}

int Confusion::total() const {
  int sum = 0;
  for (const int n : m_counts) sum += n;
  return sum;
}

int Confusion::correct() const {
  int sum = 0;
  for (int c = 0; c < m_classes; ++c) sum += count(c, c);
  return sum;
}

double Confusion::rowShare(int label, int predicted) const {
  return ratio(count(label, predicted), rowSum(label));
}

ClassScore Confusion::score(int label) const {
  ClassScore score;
  score.support = rowSum(label);
  score.predicted = columnSum(label);
  score.correct = count(label, label);
  score.precision = ratio(score.correct, score.predicted);
  score.recall = ratio(score.correct, score.support);
  score.f1 = ratio(2.0 * score.correct, score.predicted + score.support);
  return score;
}

double Confusion::meanOverClasses(double ClassScore::*figure) const {
  double sum = 0;
  int present = 0;
  for (int c = 0; c < m_classes; ++c) {
    const ClassScore each = score(c);
    if (each.support == 0) continue;
    sum += each.*figure;
    ++present;
  }
  return ratio(sum, present);
}

double Confusion::balancedAccuracy() const { return meanOverClasses(&ClassScore::recall); }

double Confusion::macroF1() const { return meanOverClasses(&ClassScore::f1); }

bool Confusion::unequal() const {
  int smallest = 0;
  int largest = 0;
  for (int c = 0; c < m_classes; ++c) {
    const int support = rowSum(c);
    if (support == 0) continue;
    smallest = smallest == 0 ? support : std::min(smallest, support);
    largest = std::max(largest, support);
  }
  return largest > kEqualWithin * smallest;
}

std::vector<int> samplesIn(const Predictions& predictions, int label, int predicted) {
  std::vector<int> found;
  for (int i = 0; i < predictions.count(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (label >= 0 && predictions.labels[at] != label) continue;
    if (predicted >= 0 && predictions.predicted[at] != predicted) continue;
    found.push_back(i);
  }
  return found;
}

}  // namespace inkling
