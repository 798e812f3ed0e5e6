// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/classnames.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/labels.h"
#include "core/base/readfile.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <sstream>

namespace inkling {

std::vector<std::string> classNamesIn(const std::filesystem::path& folder) {
  return namesInFile(folder / "classes.txt");
}

std::vector<std::string> namesInFile(const std::filesystem::path& file) {
  if (!isThere(file)) return {};
  constexpr std::size_t kMaxSize = 1 << 18;
  const std::vector<char> bytes = readFile(file, kMaxSize);
  const std::string_view text = withoutMark({bytes.data(), bytes.size()});
  if (!isUtf8(text)) throw Error(file.string() + ": expected class names in UTF-8.");
  std::istringstream lines{std::string(text)};
  std::vector<std::string> names;
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) names.push_back(line);
  }
  if (names.size() < 2 || names.size() > kMostClasses) {
    throw Error(file.string() + ": expected 2 … " + std::to_string(kMostClasses) +
                " lines, a class name in each, found " + std::to_string(names.size()) + ".");
  }
  return names;
}

bool areDigits(std::span<const std::string> classNames) {
  constexpr std::size_t kDigits = 10;
  return classNames.size() <= kDigits &&
         std::ranges::equal(classNames, numberNames(static_cast<int>(classNames.size())));
}

std::vector<std::string> numberNames(int count) {
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) names.push_back(std::to_string(i));
  return names;
}

const KnownSet* knownSet(const std::string& name) {
  static const std::vector<KnownSet> kSets = {
      {"mnist", "MNIST", numberNames(10)},
      {"fashion-mnist",
       "Fashion-MNIST",
       {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
        "Ankle boot"}},
      {"kmnist",
       "Kuzushiji-MNIST",
       {"お o", "き ki", "す su", "つ tsu", "な na", "は ha", "ま ma", "や ya", "れ re", "を wo"}},
  };
  const auto found = std::ranges::find(kSets, name, &KnownSet::name);
  return found == kSets.end() ? nullptr : &*found;
}

}  // namespace inkling
