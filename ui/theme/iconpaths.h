// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/icons.h"

#include <QByteArray>

namespace inkling::ui {

/// The SVG elements of an icon on a 24×24 ground: lines by default, INK stands for the colour.
QByteArray iconPaths(Icon which);

}  // namespace inkling::ui
