// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/mainwindow/application.h"

int main(int argc, char* argv[]) {
  return inkling::test::runOne<inkling::ui::Application>(argc, argv);
}
