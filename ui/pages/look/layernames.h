// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/layerspec.h"

#include <QString>

namespace inkling::ui {

/// "convolution, 24 kernels of 5×5", "dense, 128 units", "ReLU", …
QString describeLayer(const LayerSpec& spec);

/// "24 × 12×12", "128"
QString shapeName(Shape shape);

}  // namespace inkling::ui
