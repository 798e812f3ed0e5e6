// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/mainwindow/application.h"
#include "ui/session/language.h"

// Numbers are written as the program writes them, whatever the machine's language.
static void takeLanguage() { inkling::ui::applyLanguage(inkling::ui::Language::System); }
Q_COREAPP_STARTUP_FUNCTION(takeLanguage)

int main(int argc, char* argv[]) {
  return inkling::test::runOne<inkling::ui::Application>(argc, argv);
}
