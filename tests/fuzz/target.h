// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <span>
#include <string>

namespace inkling::fuzz {

// A target is a reader that is given whatever bytes. It takes a file targets/<name>.cpp with
// INKLING_FUZZ(name), a folder corpus/<name> of small files, its greatest length in `run`, and,
// where words help, dictionaries/<name>.dict. CTest gives it all files of its corpus: those called
// bad-… must be refused, all others must be read. `run` builds it with libFuzzer and lets that
// vary them.

/// Gives the bytes to the reader, uses what it makes of them, and writes and reads that once more.
/// An Error means that they were refused, which is a right answer. A finding is any other
/// exception, a check that fails, a sanitizer's report, or more time or memory than `run` allows.
using Target = void (*)(std::span<const char> input);

/// By name.
inline std::map<std::string, Target>& targets() {
  static std::map<std::string, Target> all;
  return all;
}

struct Registration {
  Registration(const char* name, Target target) { targets()[name] = target; }
};

/// The target that the argument --target=NAME names; without one it lists them and ends.
inline Target chosenTarget(std::span<char* const> arguments) {
  const std::string option = "--target=";
  for (const std::string argument : arguments) {
    if (!argument.starts_with(option)) continue;
    const auto found = targets().find(argument.substr(option.size()));
    if (found != targets().end()) return found->second;
  }
  for (const auto& [name, target] : targets()) std::puts(name.c_str());
  std::exit(EXIT_FAILURE);
}

/// Ends the program, which is a finding.
inline void check(bool right, const char* sentence) {
  if (right) return;
  std::fprintf(stderr, "A check failed: %s\n", sentence);
  std::abort();
}

}  // namespace inkling::fuzz

/// In each file of a target, once.
#define INKLING_FUZZ(name)                                                   \
  static void name(std::span<const char> input);                             \
  static const inkling::fuzz::Registration registration_##name(#name, name); \
  static void name(std::span<const char> input)
