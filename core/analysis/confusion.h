// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/train/evaluate.h"

#include <vector>

namespace inkling {

/// How well one class is told from the others. Shares whose denominator is 0 are 0.
struct ClassScore {
  int support = 0;    ///< samples of the class
  int predicted = 0;  ///< samples read as the class
  int correct = 0;
  double precision = 0;  ///< correct / predicted
  double recall = 0;     ///< correct / support
  double f1 = 0;         ///< harmonic mean of the two
};

/// Counts of samples by true class (row) and predicted class (column).
class INKLING_CORE_API Confusion {
public:
  Confusion() = default;
  explicit Confusion(int classes);
  explicit Confusion(const Predictions& predictions);

  void add(int label, int predicted);

  int classes() const { return m_classes; }
  int count(int label, int predicted) const;
  int rowSum(int label) const;
  int columnSum(int predicted) const;
  int total() const;
  int correct() const;
  int errors() const { return total() - correct(); }
  /// Share of the class's samples that are read as `predicted`; 0 for a class without samples.
  double rowShare(int label, int predicted) const;
  ClassScore score(int label) const;
  /// Mean recall of the classes that have samples: what the accuracy would be if each had as many.
  double balancedAccuracy() const;
  /// Mean F1 of the classes that have samples. (scikit-learn's also counts, as 0, classes without
  /// samples that something was read as.)
  double macroF1() const;
  /// The classes that have samples differ so much in size that the accuracy speaks of the large
  /// ones: the largest has over 1.5 times as many as the smallest. (MNIST: 1.3 times.)
  bool unequal() const;

private:
  double meanOverClasses(double ClassScore::*figure) const;

  int m_classes = 0;
  std::vector<int> m_counts;  ///< row by row
};

/// Positions of the samples of class `label` that are read as `predicted`; −1: any.
INKLING_CORE_API std::vector<int> samplesIn(const Predictions& predictions, int label,
                                            int predicted);

}  // namespace inkling
