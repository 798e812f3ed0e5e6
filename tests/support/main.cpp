// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"

int main(int argc, char* argv[]) { return inkling::test::runOne<QCoreApplication>(argc, argv); }
