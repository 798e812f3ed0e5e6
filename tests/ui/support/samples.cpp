// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/samples.h"

#include <cmath>

namespace inkling::tests {
namespace {

constexpr std::size_t kPixels = 28 * 28;

}  // namespace

DataView makeSamples(int count) {
  auto set = std::make_shared<Dataset>();
  set->width = 28;
  set->height = 28;
  set->classes = 10;
  DataView view;
  for (int i = 0; i < count; ++i) {
    set->labels.push_back(static_cast<Label>(i % 10));
    set->pixels.insert(set->pixels.end(), kPixels, static_cast<std::uint8_t>(i % 251));
    view.indices.push_back(static_cast<std::uint32_t>(i));
  }
  view.set = std::move(set);
  return view;
}

QStringList digitNames() {
  QStringList names;
  for (int i = 0; i < 10; ++i) names << QString::number(i);
  return names;
}

std::shared_ptr<const Predictions> makePredictions(const DataView& view,
                                                   const std::function<int(int)>& read,
                                                   const std::function<float(int)>& sure) {
  auto made = std::make_shared<Predictions>();
  made->classes = 10;
  for (int i = 0; i < view.count(); ++i) {
    const int label = view.label(i);
    std::vector<float> row(10, (1 - sure(i)) / 9);
    row[static_cast<std::size_t>(read(i))] = sure(i);
    made->probabilities.insert(made->probabilities.end(), row.begin(), row.end());
    made->losses.push_back(-std::log(row[static_cast<std::size_t>(label)]));
    made->labels.push_back(static_cast<Label>(label));
    made->predicted.push_back(static_cast<Label>(read(i)));
  }
  return made;
}

}  // namespace inkling::tests
