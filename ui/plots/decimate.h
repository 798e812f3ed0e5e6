// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/curve.h"
#include "ui/plots/range.h"

namespace inkling::ui {

/// The part of `curve` in `visible`, and one point to either side, thinned to what can be seen: of
/// the points in each of `columns` columns the first, the lowest, the highest and the last, in the
/// order of x. A curve with few points comes back whole. Points that are not finite are left out.
Curve decimate(const Curve& curve, const AxisRange& visible, int columns);

}  // namespace inkling::ui
