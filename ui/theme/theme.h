// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

namespace inkling::ui {

/// View → Theme.
enum class Theme { System, Light, Dark };

/// Sets style and palette of the whole application; call again at any time to switch. Needs a
/// QApplication.
void applyTheme(Theme theme);

/// For the settings: "system", "light", "dark"; unknown names give System.
QString themeName(Theme theme);
Theme themeFromName(const QString& name);

QPalette lightPalette();
QPalette darkPalette();

}  // namespace inkling::ui
