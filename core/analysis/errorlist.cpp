// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/errorlist.h"

#include "core/base/numbers.h"

#include <algorithm>

namespace inkling {
std::string csvField(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::vector<int> surestErrors(const Predictions& predictions) {
  std::vector<int> found;
  for (int i = 0; i < predictions.count(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (predictions.predicted[at] != predictions.labels[at]) found.push_back(i);
  }
  std::stable_sort(found.begin(), found.end(), [&](int a, int b) {
    return predictions.confidence(a) > predictions.confidence(b);
  });
  return found;
}

std::string errorsCsv(const Predictions& predictions, const DataView& view,
                      const std::vector<std::string>& classNames) {
  std::string csv = "index,true,predicted,confidence,probability_of_true\n";
  for (const int i : surestErrors(predictions)) {
    const auto at = static_cast<std::size_t>(i);
    const std::size_t label = predictions.labels[at];
    const float p =
        predictions.probabilities[at * static_cast<std::size_t>(predictions.classes) + label];
    csv += std::to_string(view.indices[at]) + ',' + csvField(classNames[label]) + ',' +
           csvField(classNames[predictions.predicted[at]]) + ',' +
           fixed(static_cast<double>(predictions.confidence(i)), 6) + ',' +
           fixed(static_cast<double>(p), 6) + '\n';
  }
  return csv;
}

}  // namespace inkling
