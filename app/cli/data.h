// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace inkling::cli {

struct DataOptions {
  std::string set;
  std::string out;
  std::vector<std::string> mend;
  bool json = false;
};

/// Says what a data set is and what looks wrong with it, or writes it in another format.
int data(const DataOptions& options);

void addData(CLI::App& app, int& exitCode);

}  // namespace inkling::cli
