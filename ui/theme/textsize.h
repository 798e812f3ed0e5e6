// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inkling::ui {

/// Sets the letters of the whole application to this percentage of the system's size; call again at
/// any time. Needs a QApplication.
void applyTextSize(int percent);

}  // namespace inkling::ui
