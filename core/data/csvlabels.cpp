// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/csvlabels.h"

#include "core/base/error.h"
#include "core/data/csvlines.h"
#include "core/data/csvrows.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

namespace inkling {
namespace {

bool areNumbers(const CsvLabels& labels) {
  return std::ranges::all_of(labels.texts, [](const auto& text) {
    double value = 0;
    return isNumber(text.first, value);
  });
}

Label numberLabel(const CsvImages& table, const std::string& text, Label index) {
  double value = 0;
  isNumber(text, value);
  if (value >= 0 && value < kMostClasses && value == std::floor(value))
    return static_cast<Label>(value);
  throw Error(table.name() + ", line " + std::to_string(table.labels().lines[index]) + ", column " +
              std::to_string(table.layout().labelColumn + 1) +
              ": expected a label, a whole number of 0 … " + std::to_string(kMostClasses - 1) +
              ", found " + text + ".");
}

std::vector<Label> labelsOf(const CsvLabels& labels,
                            const std::function<Label(const std::string& text, Label index)>& of) {
  std::vector<Label> byIndex(labels.texts.size());
  for (const auto& [text, index] : labels.texts) byIndex[index] = of(text, index);
  std::vector<Label> rows;
  rows.reserve(labels.rows.size());
  for (const Label index : labels.rows) rows.push_back(byIndex[index]);
  return rows;
}

}  // namespace

CsvClasses classesOf(const CsvImages& train, const CsvImages* test) {
  CsvClasses classes;
  if (areNumbers(train.labels()) && (!test || areNumbers(test->labels()))) {
    const auto numbersOf = [](const CsvImages& table) {
      return labelsOf(table.labels(), [&](const std::string& text, Label index) {
        return numberLabel(table, text, index);
      });
    };
    classes.train = numbersOf(train);
    if (test) classes.test = numbersOf(*test);
    return classes;
  }
  std::set<std::string> names;
  for (const auto& [text, index] : train.labels().texts) names.insert(text);
  if (test)
    for (const auto& [text, index] : test->labels().texts) names.insert(text);
  if (names.size() > kMostClasses)
    throw Error(test->name() + " has labels that " + train.name() + " has not; together they are " +
                "of " + std::to_string(names.size()) + " classes, more than " +
                std::to_string(kMostClasses) + ".");
  classes.names.assign(names.begin(), names.end());
  const auto positionOf = [&](const std::string& text, Label) {
    return static_cast<Label>(std::ranges::lower_bound(classes.names, text) -
                              classes.names.begin());
  };
  classes.train = labelsOf(train.labels(), positionOf);
  if (test) classes.test = labelsOf(test->labels(), positionOf);
  return classes;
}

}  // namespace inkling
