// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/version.h"

#include <iostream>

int main() {
  std::cout << "inkling-cli " << inkling::version() << '\n';
  return 0;
}
