// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/tensor/types.h"

#include <atomic>

namespace inkling {

struct TsneOptions {
  double perplexity = 30;  ///< about how many neighbours count; at most a third of the points
  int iterations = 750;
  double learningRate = 0;   ///< 0: a twelfth of the points, at least 50 (Belkina et al. 2019)
  double exaggeration = 12;  ///< of the attraction during the first iterations
  int exaggerated = 250;     ///< how many they are
};

/// t-SNE (van der Maaten and Hinton 2008) into two dimensions, exact, to be run bit by bit: for a
/// few thousand points. Deterministic: it starts from the given places.
class INKLING_CORE_API Tsne {
public:
  /// `points`: one column each; `start`: their first places, 2 × points (a PCA); only their
  /// proportions count. If `cancel` becomes true meanwhile, done() is true.
  Tsne(const Matrix<float>& points, const Matrix<float>& start, const TsneOptions& options = {},
       const std::atomic<bool>* cancel = nullptr);

  /// One iteration of gradient descent.
  void step();
  bool done() const { return m_iteration >= m_options.iterations; }
  int iteration() const { return m_iteration; }
  double progress() const;
  const Matrix<float>& places() const { return m_places; }  ///< 2 × points
  /// Σ p·log(p/q): what is being minimised.
  double divergence() const;
  /// Symmetric joint probabilities p, which sum to 1.
  const Matrix<float>& affinities() const { return m_p; }

private:
  TsneOptions m_options;
  int m_iteration = 0;
  Matrix<float> m_p;
  Matrix<float> m_places;
  Matrix<float> m_velocity;
  Matrix<float> m_gains;
  Matrix<float> m_gradient;
};

}  // namespace inkling
