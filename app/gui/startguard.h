// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inkling::gui {

/// Lives while the QApplication is constructed. Where Qt would abort, as it can reach no display,
/// the program says so in a sentence on standard error and exits with 1. Qt's other messages are
/// kept back and passed on by the destructor. One at a time.
class StartGuard final {
public:
  StartGuard(int argc, char* argv[]);
  StartGuard(const StartGuard&) = delete;
  StartGuard& operator=(const StartGuard&) = delete;
  ~StartGuard();
};

}  // namespace inkling::gui
