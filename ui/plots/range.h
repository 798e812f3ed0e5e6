// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace inkling::ui {

struct AxisRange {
  double low = 0;
  double high = 1;
  double size() const { return high - low; }
  bool contains(double value) const { return value >= low && value <= high; }
  bool operator==(const AxisRange&) const = default;
};

}  // namespace inkling::ui
