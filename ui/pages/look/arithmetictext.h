// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/trace.h"
#include "ui/pages/look/layerlayout.h"

#include <QString>

#include <optional>

namespace inkling::ui {

struct Colours;

/// How the value of a unit came about, as rich text: inputs × kernel + bias, the largest of a
/// window, the largest contributions of a dense unit.
QString arithmeticText(const Network<float>& network, const Trace& trace, int layer,
                       const UnitAt& unit, const Colours& colours);

/// The steps of the softmax, class by class: logit, distance to the largest, its exponential, the
/// share of the sum.
QString softmaxText(const Trace& trace, const QStringList& names, const Colours& colours);

}  // namespace inkling::ui
