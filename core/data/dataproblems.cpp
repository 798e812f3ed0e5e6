// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/dataproblems.h"

#include "core/base/grouped.h"
#include "core/base/xxhash64.h"
#include "core/data/classnames.h"
#include "core/data/digitmeans.h"
#include "core/data/mending.h"

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace inkling {
namespace {

using Problems = std::vector<DataProblem>;

std::vector<int> countsOf(const Dataset& set) {
  std::vector<int> counts(static_cast<std::size_t>(set.classes));
  for (const Label label : set.labels)
    if (label < set.classes) ++counts[label];
  return counts;
}

std::string quoted(const std::string& name) { return "\"" + name + "\""; }

/// "\"0\", \"4\" and 3 others"
std::string quotedList(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMost); ++i)
    text += (i > 0 ? ", " : "") + quoted(names[i]);
  if (names.size() > kMost) text += " and " + std::to_string(names.size() - kMost) + " others";
  return text;
}

std::vector<std::string> namesWithout(const DataSource& source, const std::vector<int>& counts) {
  std::vector<std::string> names;
  for (std::size_t c = 0; c < counts.size(); ++c)
    if (counts[c] == 0) names.push_back(source.classNames[c]);
  return names;
}

/// A problem whose sentence has %1, %2, … for the values.
DataProblem problem(const char* code, std::string sentence, std::vector<std::string> values,
                    const char* field = "", const char* value = "true") {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string mark = "%" + std::to_string(i + 1);
    if (const auto at = sentence.find(mark); at != std::string::npos)
      sentence.replace(at, mark.size(), values[i]);
  }
  return {code, std::move(sentence), std::move(values), field, *field ? value : ""};
}

std::string countText(std::size_t value) { return grouped(static_cast<long>(value)); }
std::string countText(int value) { return grouped(value); }

void findClasses(const DataSource& source, Problems& problems) {
  const std::vector<int> train = countsOf(*source.train);
  const std::vector<int> test = countsOf(*source.test);
  std::vector<int> both(train.size());
  std::ranges::transform(train, test, both.begin(), std::plus<>());
  const auto nowhere = namesWithout(source, both);
  const std::string classes = countText(source.classes());
  if (!nowhere.empty() && source.classNames == numberNames(source.classes())) {
    problems.push_back(
        problem("label-gaps",
                "No image has the label %1: %2 of the %3 classes would be learnt for nothing.",
                {quotedList(nowhere), countText(nowhere.size()), classes}, "data.mend.gaps"));
  } else if (const auto names = namesWithout(source, train); !names.empty()) {
    problems.push_back(problem("missing-classes",
                               "There are no training images of %1 of the %2 classes (%3).",
                               {countText(names.size()), classes, quotedList(names)}));
  }
  if (const auto names = namesWithout(source, test); names.size() > nowhere.size())
    problems.push_back(problem("untested-classes",
                               "There are no test images of %1 of the %2 classes (%3).",
                               {countText(names.size()), classes, quotedList(names)}));
}

void findUnequal(const DataSource& source, Problems& problems) {
  constexpr int kVery = 3;
  const std::vector<int> counts = countsOf(*source.train);
  const auto most = std::ranges::max_element(counts);
  auto least = most;
  for (auto c = counts.begin(); c != counts.end(); ++c)
    if (*c > 0 && *c < *least) least = c;
  if (*most < kVery * *least) return;
  const auto name = [&](auto c) {
    return quoted(source.classNames[static_cast<std::size_t>(c - counts.begin())]);
  };
  problems.push_back(problem(
      "unequal-classes",
      "There are %1 training images of %2, but %3 of %4: rare classes are read worse, unless they "
      "are learnt as often.",
      {countText(*most), name(most), countText(*least), name(least)}, "data.balance", "sampling"));
}

void findOrder(const DataSource& source, Problems& problems) {
  const auto& labels = source.train->labels;
  int changes = 0;
  for (std::size_t i = 1; i < labels.size(); ++i) changes += labels[i] != labels[i - 1] ? 1 : 0;
  const auto present = std::ranges::count_if(countsOf(*source.train), [](int n) { return n > 0; });
  // Shuffled, nearly every image would be of another class than the one before.
  if (present < 2 || changes > static_cast<int>(labels.size()) / 20 || labels.size() < 20) return;
  problems.push_back(problem("in-order",
                             "The training images stand in order of their classes: they must be "
                             "shuffled, and those to hold out drawn, not the last.",
                             {}, "data.shuffle"));
}

void findRange(const DataSource& source, Problems& problems) {
  constexpr int kNarrow = 128;
  const int most = std::ranges::max(source.train->pixels);
  if (most >= kNarrow) return;
  problems.push_back(problem("narrow-range",
                             "The brightest pixel of all training images is %1 of 255.",
                             {countText(most)}, "data.mend.stretch"));
}

/// Share of the images, at most so many of them, whose border is bright and whose middle is darker.
double shareOnWhite(const Dataset& set) {
  constexpr int kMost = 5000;
  constexpr double kBright = 191;
  constexpr double kDarker = 4;
  const int step = std::max(1, set.count() / kMost);
  int looked = 0;
  int found = 0;
  for (int i = 0; i < set.count(); i += step, ++looked) {
    const auto image = set.image(i);
    double border = 0;
    double all = 0;
    int borderPixels = 0;
    for (int y = 0; y < set.height; ++y) {
      for (int x = 0; x < set.width; ++x) {
        const int value = image[static_cast<std::size_t>(y * set.width + x)];
        all += value;
        if (y > 0 && x > 0 && y < set.height - 1 && x < set.width - 1) continue;
        border += value;
        ++borderPixels;
      }
    }
    const int inner = set.width * set.height - borderPixels;
    if (inner == 0) return 0;
    const double middle = (all - border) / inner;
    border /= borderPixels;
    if (border > kBright && middle < border - kDarker) ++found;
  }
  return static_cast<double>(found) / looked;
}

void findPolarity(const DataSource& source, Problems& problems) {
  constexpr double kMost = 0.8;
  if (source.train->channels != 1) return;
  const double share = shareOnWhite(*source.train);
  if (share < kMost) return;
  problems.push_back(problem("inverted",
                             "%1 % of the training images are dark on white; MNIST's are white on "
                             "black, as are digits drawn here.",
                             {countText(static_cast<int>(100 * share))}, "data.mend.invert"));
}

void findOrientation(const DataSource& source, Problems& problems) {
  if (source.train->channels != 1 || source.classNames != numberNames(10)) return;
  const auto add = [&](const char* code, const char* sentence, const char* field) {
    problems.push_back(problem(code, sentence, {}, field));
  };
  switch (orientationOfDigits(*source.train)) {
    case Orientation::Upright:
      return;
    case Orientation::Transposed:
      return add("transposed",
                 "The digits seem to be transposed: on average they are more like MNIST's with "
                 "rows and columns swapped.",
                 "data.mend.transpose");
    case Orientation::Mirrored:
      return add("mirrored",
                 "The digits seem to be mirrored: on average they are more like MNIST's with left "
                 "and right swapped.",
                 "data.mend.mirror");
    case Orientation::Rotated:
      return add("rotated",
                 "The digits seem to stand upside down: on average they are more like MNIST's "
                 "rotated by 180°.",
                 "data.mend.rotate");
  }
}

void findBlank(const DataSource& source, Problems& problems) {
  const auto blanks = [](const Dataset& set) {
    int count = 0;
    for (int i = 0; i < set.count(); ++i) count += isOneValue(set.image(i)) ? 1 : 0;
    return count;
  };
  const int train = blanks(*source.train);
  const int test = blanks(*source.test);
  if (train + test == 0) return;
  problems.push_back(problem("blank-images",
                             "%1 of the %2 training images and %3 of the %4 test images are blank.",
                             {countText(train), countText(source.train->count()), countText(test),
                              countText(source.test->count())},
                             "data.mend.blank"));
}

void findDuplicates(const DataSource& source, Problems& problems) {
  std::unordered_set<std::uint64_t> learnt;
  for (int i = 0; i < source.train->count(); ++i)
    if (!isOneValue(source.train->image(i))) learnt.insert(xxHash64(source.train->image(i), 0));
  int count = 0;
  for (int i = 0; i < source.test->count(); ++i)
    count += learnt.contains(xxHash64(source.test->image(i), 0)) ? 1 : 0;
  if (count == 0) return;
  problems.push_back(problem("duplicates",
                             "%1 of the %2 test images are training images as well: what a network "
                             "learnt by heart counts as read.",
                             {countText(count), countText(source.test->count())},
                             "data.mend.duplicates"));
}

}  // namespace

std::vector<DataProblem> problemsOf(const DataSource& source) {
  Problems problems;
  findClasses(source, problems);
  findRange(source, problems);
  findPolarity(source, problems);
  findOrientation(source, problems);
  findDuplicates(source, problems);
  findBlank(source, problems);
  findUnequal(source, problems);
  findOrder(source, problems);
  return problems;
}

}  // namespace inkling
