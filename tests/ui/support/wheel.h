// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace inkling::test {

/// A notch of the wheel downwards over the middle of the widget, as from the window system.
void wheelDown(QWidget* widget);

}  // namespace inkling::test
