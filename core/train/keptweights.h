// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network.h"

#include <vector>

namespace inkling {

/// The last parameters and statistics of a network that are known to give a finite loss, for a run
/// that diverges. Allocates nothing after it is made.
class KeptWeights {
public:
  /// Begins with the values of `network`, which must outlive this.
  explicit KeptWeights(Network<float>& network);

  /// Before a step: copies the network's values, as far as they are finite.
  void take();
  /// After the step: its loss was finite, so what was taken replaces what was kept.
  void confirm();
  /// Puts the kept values back into the network.
  void restore();
  bool networkIsFinite() const;

  /// For a checkpoint: parameters, then statistics; empty if they are those of the network.
  std::vector<Matrix<float>> values() const;
  /// Takes over what values() gave. Throws Error if it does not fit the network.
  void setValues(std::vector<Matrix<float>> values);

private:
  std::vector<Matrix<float>*> m_sources;
  std::vector<Matrix<float>> m_kept;
  std::vector<Matrix<float>> m_taken;
  bool m_finite = false;  ///< what was taken
};

}  // namespace inkling
