// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network.h"
#include "core/tensor/threadteam.h"

#include <vector>

namespace inkling {

/// Exponential moving average of all parameters and statistics (Polyak and Juditsky 1992), with a
/// warm-up so that the first steps do not linger: decay_t = min(decay, (1 + t)/(10 + t)).
class Averaging {
public:
  /// Begins at the values of `network`, which must outlive this.
  Averaging(double decay, const Network<float>& network);

  /// Forgets the average: begins at the network's values.
  void beginAgain();
  /// Takes the network's values after step `t` (1 for the first) into the average.
  void update(long t, ThreadTeam& team);
  /// Puts the average into `network`.
  void copyTo(Network<float>& network) const;

  const std::vector<Matrix<float>>& values() const { return m_values; }
  /// Throws Error if they do not fit.
  void restore(std::vector<Matrix<float>> values);

private:
  double m_decay;
  std::vector<const Matrix<float>*> m_sources;
  std::vector<Matrix<float>> m_values;
};

}  // namespace inkling
