// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sweep/trials.h"
#include "tests/fuzz/target.h"

#include <set>

using namespace inkling;

namespace {

/// Whether the plan is short enough to be made some thousand times a second.
bool isShort(const SweepSpec& spec) {
  constexpr std::size_t kMostTrials = 64;
  std::size_t trials = std::max<std::size_t>(1, spec.seeds.size());
  if (spec.trials.empty() && spec.randomCount > 0) {
    trials *= static_cast<std::size_t>(spec.randomCount);
  } else if (spec.trials.empty()) {
    for (const SweepAxis& axis : spec.axes) {
      trials *= std::max<std::size_t>(1, axis.values.size());
      if (trials > kMostTrials) return false;
    }
  } else {
    trials *= spec.trials.size();
  }
  return trials <= kMostTrials;
}

}  // namespace

INKLING_FUZZ(sweep) {
  const SweepSpec spec = sweepFromJson({input.begin(), input.end()}, "The sweep", {});
  const std::string text = toJson(spec);
  fuzz::check(toJson(sweepFromJson(text, "What was written", {})) == text,
              "a sweep that was written is read as it was");
  if (!isShort(spec)) return;
  std::set<std::string> ids;
  for (const Trial& trial : expandTrials(spec)) {
    fuzz::check(ids.insert(trial.id).second, "every trial is there once");
    fuzz::check(trial.at.size() == spec.axes.size(), "a trial has a value on each axis");
  }
}
