// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/curve.h"
#include "ui/plots/range.h"
#include "ui/plots/valuescale.h"

#include <vector>

namespace inkling::ui {

/// The x range that shows `last` epochs: it grows in steps, so that the curve does not creep;
/// `planned` (0: not known) is one of the steps.
AxisRange autoRangeX(double last, double planned);

/// The y range, in axis units, for the values a curve takes at evenly spaced x: the first steep
/// part may leave the picture, so that later differences can be seen. `must` are values that always
/// have to be in it.
AxisRange autoRangeY(std::vector<double> values, const std::vector<double>& must,
                     const ValueScale& scale);

}  // namespace inkling::ui
