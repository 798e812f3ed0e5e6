// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inkling::ui {

/// Makes the calling thread, and the threads it will create, give way to the window: batch
/// scheduling and a nice value of 10, by the operating system (Qt's thread priorities do nothing on
/// Linux).
void lowerThreadPriority();

}  // namespace inkling::ui
