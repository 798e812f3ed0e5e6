// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/appearance.h"

#include "ui/session/preferences.h"
#include "ui/theme/textsize.h"

namespace inkling::ui {

Appearance::Appearance(const Preferences& preferences, QObject* parent) : QObject(parent) {
  const PreferenceValues& now = preferences.values();
  applyLanguage(now.language);
  applyTheme(now.theme);
  applyTextSize(now.textSize);
  connect(&preferences, &Preferences::changed, this, [&now](const PreferenceValues& before) {
    if (now.language != before.language) applyLanguage(now.language);
    if (now.theme != before.theme) applyTheme(now.theme);
    if (now.textSize != before.textSize) applyTextSize(now.textSize);
  });
}

}  // namespace inkling::ui
