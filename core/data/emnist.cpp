// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/emnist.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/readfile.h"
#include "core/data/turning.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace inkling {
namespace {

std::vector<std::string> namesOf(std::string_view characters) {
  std::vector<std::string> names;
  for (const char c : characters) names.emplace_back(1, c);
  return names;
}

std::optional<Emnist> knownEmnist(const std::string& stem) {
  constexpr std::string_view kDigits = "0123456789";
  constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr std::string_view kSmall = "abcdefghijklmnopqrstuvwxyz";
  constexpr std::string_view kUnlikeCapitals = "abdefghnqrt";  // the others are merged with theirs
  if (!stem.starts_with("emnist")) return std::nullopt;
  const auto is = [&](const char* name) { return stem.ends_with(name); };
  if (is("letters")) return Emnist{namesOf(kCapitals), 1};
  const std::string digits(kDigits);
  const std::string both = digits + std::string(kCapitals);
  if (is("digits") || is("mnist")) return Emnist{namesOf(kDigits), 0};
  if (is("byclass")) return Emnist{namesOf(both + std::string(kSmall)), 0};
  if (is("balanced") || is("bymerge"))
    return Emnist{namesOf(both + std::string(kUnlikeCapitals)), 0};
  return Emnist{};
}

[[noreturn]] void refuse(const std::filesystem::path& file, std::size_t line) {
  throw Error(file.string() + ", line " + std::to_string(line) +
              ": expected a label and the codes of its characters, as in \"10 65\".");
}

Emnist readMapping(const std::filesystem::path& file) {
  constexpr std::size_t kMaxSize = 1 << 16;
  constexpr int kMaxCode = 127;
  const std::vector<char> bytes = readFile(file, kMaxSize);
  std::istringstream lines{std::string(bytes.data(), bytes.size())};
  std::map<int, std::string> names;
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    ++count;
    if (line.find_first_not_of(" \r") == std::string::npos) continue;
    std::istringstream numbers(line);
    int label = -1;
    if (!(numbers >> label) || label < 0 || label >= kMostClasses) refuse(file, count);
    for (int code = 0; numbers >> code;) {
      if (code <= ' ' || code > kMaxCode) refuse(file, count);
      names[label] += static_cast<char>(code);
    }
    if (names[label].empty()) refuse(file, count);
  }
  if (names.size() < 2) refuse(file, count);
  Emnist emnist;
  emnist.firstLabel = names.begin()->first;
  for (const auto& [label, name] : names) {
    if (label != emnist.firstLabel + static_cast<int>(emnist.classNames.size()))
      refuse(file, count);
    emnist.classNames.push_back(name);
  }
  return emnist;
}

}  // namespace

std::optional<Emnist> emnistOf(const std::string& stem, const std::filesystem::path& folder) {
  const std::filesystem::path mapping = folder / (stem + "-mapping.txt");
  if (!stem.empty() && isThere(mapping)) return readMapping(mapping);
  return knownEmnist(stem);
}

void turnEmnist(Dataset& set, const Emnist& emnist) {
  if (set.count() == 0) return;
  if (set.width != set.height)
    throw Error("Images of EMNIST are square, these are " + std::to_string(set.height) + "×" +
                std::to_string(set.width) + ".");
  transpose(set);
  for (Label& label : set.labels) {
    if (label < emnist.firstLabel)
      throw Error("The labels of this set of EMNIST begin with " +
                  std::to_string(emnist.firstLabel) + ", but there is one of " +
                  std::to_string(label) + ".");
    label = static_cast<Label>(label - emnist.firstLabel);
  }
}

}  // namespace inkling
