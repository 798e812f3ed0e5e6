// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Saves one document again and again: what the scripts "faults" and "kills" disturb.
//
//     torture-save DOCUMENT FOLDER VERSION COUNT
//
// The versions 0 and 1 take turns, beginning with the one given. With a COUNT of more than one,
// "(" is written before and ")" after each save.

#include "tests/torture/documents.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>
#include <unistd.h>

namespace {

void say(const char* sign) {
  if (::write(STDOUT_FILENO, sign, 1) != 1) std::_Exit(1);
}

int fail(const char* sentence) {
  std::fprintf(stderr, "torture-save: %s\n", sentence);
  return 1;
}

void saveAll(const inkling::torture::Document& document, const char* folder, int version,
             int count) {
  if (count == 1) return document.save(folder, version);
  for (int i = 0; i < count; ++i) {
    say("(");
    document.save(folder, (version + i) % 2);
    say(")");
  }
}

}  // namespace

int main(int argc, char* argv[]) {
  const auto documents = inkling::torture::documents();
  if (argc == 1)
    for (const auto& document : documents) std::puts(document.name);
  if (argc == 1) return 0;
  const auto chosen = std::ranges::find(documents, std::string_view(argv[1]),
                                        [](const auto& document) { return document.name; });
  if (argc != 5 || chosen == documents.end()) return 2;
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    saveAll(*chosen, argv[2], std::atoi(argv[3]), std::atoi(argv[4]));
  } catch (const std::bad_alloc&) {
    return fail("There is not enough memory.");
  } catch (const std::exception& error) {
    return fail(error.what());
  }
  return 0;
}
