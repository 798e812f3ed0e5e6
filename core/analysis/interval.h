// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

namespace inkling {

struct Interval {
  double low = 0;
  double high = 1;
};

/// The 0.975 quantile of the normal distribution: intervals of 95 %.
inline constexpr double kNormal95 = 1.959963984540054;

/// Where a share of 1 lies that was observed as `successes` of `trials` (Wilson 1927): unlike
/// p ± z·√(p(1−p)/n) it stays within 0 … 1 and is right for shares near 1. No trials: 0 … 1.
INKLING_CORE_API Interval wilsonInterval(long successes, long trials, double z = kNormal95);

}  // namespace inkling
