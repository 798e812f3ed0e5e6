// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace inkling {

/// Where a run stands: whole epochs done, and batches done of the epoch under way.
struct Position {
  int epoch = 0;
  int step = 0;
  bool operator==(const Position&) const = default;
};

/// Loss (mean cross-entropy in nats, never weighted by class) and accuracy (share of 1) over some
/// samples; count 0: not measured.
struct Score {
  double loss = 0;
  double accuracy = 0;
  int count = 0;
  bool operator==(const Score&) const = default;
};

/// Loss and accuracy over some consecutive batches, up to `step`.
struct BatchPoint {
  float step = 0;
  float loss = 0;
  float accuracy = 0;
  bool operator==(const BatchPoint&) const = default;
};

/// One finished epoch.
struct EpochRecord {
  int epoch = 0;  ///< 1 for the first
  Score train;    ///< mean over the epoch's batches (with ClassBalance::Sampling: of what was
                  ///< drawn), or the whole set if the recipe says so
  Score validation;
  Score test;               ///< only if the recipe asks for it every epoch
  double learningRate = 0;  ///< of the last step
  bool operator==(const EpochRecord&) const = default;
};

/// What is kept of a run beside the weights. No times: equal runs give equal files.
struct History {
  std::vector<EpochRecord> epochs;
  Score test;  ///< measured once, at the end
  bool operator==(const History&) const = default;

  /// How many batches of that size an epoch has; 0: not known yet.
  int stepsPerEpoch(int batch) const {
    return epochs.empty() ? 0 : (epochs.front().train.count + batch - 1) / batch;
  }

  /// Index into `epochs` of the lowest validation loss (training loss if nothing is held out); −1:
  /// none.
  int best() const {
    int found = -1;
    const auto loss = [this](int i) {
      const EpochRecord& e = epochs[static_cast<std::size_t>(i)];
      return e.validation.count > 0 ? e.validation.loss : e.train.loss;
    };
    for (int i = 0; i < static_cast<int>(epochs.size()); ++i)
      if (found < 0 || loss(i) < loss(found)) found = i;
    return found;
  }
};

}  // namespace inkling
