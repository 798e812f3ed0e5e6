// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long it takes to open data sets: opening PATH… Each is opened three times; the fastest
// counts, and the most memory that the program has had by then.

#include "core/base/error.h"
#include "core/base/folders.h"
#include "core/data/datasource.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sys/resource.h>

using namespace inkling;

namespace {

double secondsOf(const char* path, DataSource& source) {
  const auto start = std::chrono::steady_clock::now();
  source = loadDataSource(path, resourceFolder());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void open(const char* path) {
  DataSource source;
  double best = secondsOf(path, source);
  for (int i = 0; i < 2; ++i) best = std::min(best, secondsOf(path, source));
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%-40s %-6s %7d + %6d images, %4d classes  %6.3f s  %5ld MiB\n", path,
              source.format.c_str(), source.train->count(), source.test->count(), source.classes(),
              best, usage.ru_maxrss / 1024);
  for (const std::string& note : source.notes) std::printf("  %s\n", note.c_str());
}

}  // namespace

int main(int argc, char** argv) try {
  for (int i = 1; i < argc; ++i) open(argv[i]);
  return 0;
} catch (const Error& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
