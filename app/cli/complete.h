// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace inkling::cli {

/// Prints what can stand for the last of `words` (those after the program's name; the last one may
/// be empty), one candidate a line: the word, a tab and what it is. The lines ":files" and
/// ":folders" say that names of files or folders can stand there as well. Everything comes from the
/// commands and options of `app`, so that the shells' scripts know none.
void complete(const CLI::App& app, const std::vector<std::string>& words);

}  // namespace inkling::cli
