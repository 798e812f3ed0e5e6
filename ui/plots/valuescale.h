// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/range.h"

#include <QString>

#include <vector>

namespace inkling::ui {

/// How the values of a metric stand on the y axis. Distances on the axis are linear in axis units;
/// this translates.
struct ValueScale {
  enum class Kind {
    Number,      ///< as it is
    LogNumber,   ///< log10(value)
    Percent,     ///< as it is, labelled in percent
    LogPercent,  ///< −log10(1 − value): 90, 99 and 99.9 % are equally far apart
  };
  Kind kind = Kind::Number;

  double toAxis(double value) const;
  double fromAxis(double axis) const;
  bool isPercent() const { return kind == Kind::Percent || kind == Kind::LogPercent; }
  bool isLog() const { return kind == Kind::LogNumber || kind == Kind::LogPercent; }

  /// Round values (not axis units) for about `count` ticks in `visible` (axis units), rising.
  std::vector<double> ticks(const AxisRange& visible, int count) const;
  /// A value for a tick: no more digits than needed.
  QString label(double value) const;
  /// A value for reading: "0.0832", "97.62 %".
  QString readable(double value) const;
};

/// 1, 2 or 5 times a power of ten, at most `size` / `count`, but not much less.
double niceStep(double size, int count);

}  // namespace inkling::ui
