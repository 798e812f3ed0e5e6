// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace inkling::cli {

struct BenchOptions {
  std::vector<std::string> networks;  ///< empty: all
  std::vector<std::string> fields;    ///< "field=value", changes to every row's recipe
  int threads = 0;                    ///< 0: all cores
  bool json = false;
};

/// Times training and evaluation of the networks of the speed table. Returns the exit status.
int bench(const BenchOptions& options);

void addBench(CLI::App& app, int& exitCode);

}  // namespace inkling::cli
