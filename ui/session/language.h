// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inkling::ui {

/// View → Language.
enum class Language { System, English, Chinese };

/// Switches all texts and number formats of the application at once; widgets hear of it by
/// QEvent::LanguageChange. Needs a QApplication.
void applyLanguage(Language language);

/// For the settings: "system", "en", "zh_CN"; unknown names give System.
QString languageName(Language language);
Language languageFromName(const QString& name);

}  // namespace inkling::ui
