// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/confusion.h"

namespace inkling {
namespace {

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

double Confusion::macroF1() const {
  double sum = 0;
  for (int c = 0; c < m_classes; ++c) sum += score(c).f1;
  return ratio(sum, m_classes);
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
