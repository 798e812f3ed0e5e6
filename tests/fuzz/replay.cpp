// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ordinary compiler's side: `fuzz --target=NAME FOLDER` gives every file of the folder to the
// target, once.

#include "core/base/error.h"
#include "core/base/readfile.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <filesystem>
#include <vector>

namespace {

constexpr std::size_t kMostBytes = 1 << 20;

/// Whether it ended as the file's name says.
bool replay(inkling::fuzz::Target target, const std::filesystem::path& file) {
  // Said before: if it ends the program, this line tells which file it was.
  std::printf("%s: ", file.filename().c_str());
  std::fflush(stdout);
  const bool bad = file.filename().string().starts_with("bad-");
  const std::vector<char> bytes = inkling::readFile(file, kMostBytes);
  try {
    target(bytes);
    std::puts(bad ? "read, but should be refused" : "read");
    return !bad;
  } catch (const inkling::Error& refusal) {
    std::printf("%s: %s\n", bad ? "refused" : "refused, but should be read", refusal.what());
    return bad;
  } catch (const std::exception& error) {
    std::printf("an exception that is no Error: %s\n", error.what());
    return false;
  }
}

}  // namespace

int main(int argc, char* argv[]) {
  const std::span arguments(argv, static_cast<std::size_t>(argc));
  const inkling::fuzz::Target target = inkling::fuzz::chosenTarget(arguments);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(arguments.back()))
    files.push_back(entry.path());
  std::ranges::sort(files);
  const auto wrong =
      std::ranges::count_if(files, [&](const auto& file) { return !replay(target, file); });
  std::printf("%zu files, %td wrong\n", files.size(), wrong);
  return files.empty() || wrong > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
