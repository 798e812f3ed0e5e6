// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/batchwatch.h"
#include "core/analysis/health.h"
#include "core/base/export.h"
#include "core/model/history.h"
#include "core/recipe/recipe.h"
#include "core/train/observer.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace inkling {

enum class AdviceKind {
  Diverged,      ///< numbers: loss, guessing (loss of pure guessing), rate, suggested; peak
                 ///< where the loss has come down again
  NotLearning,   ///< loss, guessing, rate, factor_low, factor_high (times larger), suggested
  RateTooLarge,  ///< loss, guessing or best (loss that it was once at), rate, suggested
  RateTooSmall,  ///< drop (share of the loss an epoch), rate, suggested
  Overfitting,   ///< best_epoch, best_loss, loss (validation), train_loss, epochs (since)
  DeadRelus,     ///< layer, share, units, and rate and suggested where the rate is the cause
};

/// A change of one recipe field, for setField().
struct FieldChange {
  std::string field;
  std::string value;
  bool operator==(const FieldChange&) const = default;
};

/// What a good teacher would say.
struct Advice {
  AdviceKind kind;
  std::string sentence;                   ///< English: what is seen, the number, what to try
  std::map<std::string, double> numbers;  ///< by the names above, for other languages
  std::vector<FieldChange> changes;       ///< the fix; may be empty
};

/// What is known of a run, under way or ended.
struct RunSigns {
  const Recipe& recipe;
  const History& history;
  BatchStatistics batches;
  std::optional<StopReason> ended;
  Health health;  ///< without relus if not measured
  int classes = 10;
};

/// Everything that stands out, the most urgent first; mostly nothing. A pure function.
INKLING_CORE_API std::vector<Advice> adviceFor(const RunSigns& signs);

}  // namespace inkling
