// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/dataspec.h"
#include "ui/widgets/division/waybox.h"

namespace inkling::ui {

/// Shows which images are held out; `used` are the training images that there are to hold some out
/// of, 0 if that is not known.
void showHeldOut(WayBox& box, const HeldOut& held, int used);
HeldOut heldOutIn(const WayBox& box);

/// Shows how many of `images` training images are used.
void showTrainLimit(WayBox& box, const TrainLimit& limit, int images);
TrainLimit trainLimitIn(const WayBox& box);

QString heldOutLabel();
QString heldOutTip();
QString trainLimitLabel();
QString trainLimitTip();

/// Gives the controls the label and the tip.
void nameHeldOut(WayBox& box);
void nameTrainLimit(WayBox& box);

}  // namespace inkling::ui
