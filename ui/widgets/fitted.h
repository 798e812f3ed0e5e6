// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMargins>
#include <QRect>

namespace inkling::ui {

/// Where the contents of a window (without its frame) have to be so that contents and frame lie in
/// `room`: no larger than there is room for, and moved no further than needed.
QRect fitted(const QRect& contents, const QMargins& frame, const QRect& room);

/// True if every pixel of `window` (with its frame) lies in one of the rooms.
bool inSight(const QRect& window, const QList<QRect>& rooms);

}  // namespace inkling::ui
