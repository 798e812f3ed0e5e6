// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/data/dataset.h"

#include <numeric>

namespace inkling {
namespace {

DataView range(const std::shared_ptr<const Dataset>& set, int begin, int end) {
  DataView view{set, std::vector<std::uint32_t>(static_cast<std::size_t>(end - begin))};
  std::iota(view.indices.begin(), view.indices.end(), static_cast<std::uint32_t>(begin));
  return view;
}

}  // namespace

Split split(const DataSource& source, const DataSpec& spec) {
  const int there = source.train->count();
  if (spec.trainLimit < 0 || spec.trainLimit > there) {
    throw Error("data.train_limit is " + std::to_string(spec.trainLimit) + ", but " + source.title +
                " has " + std::to_string(there) + " training images.");
  }
  const int used = spec.trainLimit > 0 ? spec.trainLimit : there;
  if (spec.validationCount < 0 || spec.validationCount >= used) {
    throw Error("data.validation_count is " + std::to_string(spec.validationCount) + ", but only " +
                std::to_string(used) + " training images of " + source.title +
                " are used, and one at least must be left to train on.");
  }
  const int train = used - spec.validationCount;
  return {range(source.train, 0, train), range(source.train, train, used),
          range(source.test, 0, source.test->count())};
}

}  // namespace inkling
