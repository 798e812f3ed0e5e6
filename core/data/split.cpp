// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/data/dataset.h"
#include "core/data/drawbyclass.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace inkling {
namespace {

using Indices = std::vector<std::uint32_t>;

Indices range(int begin, int end) {
  Indices indices(static_cast<std::size_t>(end - begin));
  std::iota(indices.begin(), indices.end(), static_cast<std::uint32_t>(begin));
  return indices;
}

Indices usedOf(const DataSource& source, const DataSpec& spec, std::uint64_t seed) {
  const int there = source.train->count();
  const int used = countOf(spec.trainLimit, there);
  if (used < 0 || used > there) {
    throw Error("data.train_limit is " + std::to_string(used) + ", but " + source.title + " has " +
                std::to_string(there) + " training images.");
  }
  if (spec.trainLimit.kind != TrainLimit::Kind::Count) return range(0, used);
  return drawByClass(*source.train, range(0, there), used, seed).drawn;
}

}  // namespace

DataView DataView::first(int most) const {
  return {set, {indices.begin(), indices.begin() + std::min(most, count())}};
}

Split split(const DataSource& source, const DataSpec& spec, std::uint64_t seed) {
  const DataView test{source.test, range(0, source.test->count())};
  Indices used = usedOf(source, spec, seed);
  const int count = static_cast<int>(used.size());
  const int held = countOf(spec.validation, count);
  if (held < 0 || (held > 0 && held >= count)) {
    throw Error("data.validation is " + std::to_string(held) + ", but only " +
                std::to_string(count) + " training images of " + source.title +
                " are used, and one at least must be left to train on.");
  }
  if (spec.validation.kind == HeldOut::Kind::Last) {
    const Indices last(used.end() - held, used.end());
    used.resize(static_cast<std::size_t>(count - held));
    return {{source.train, std::move(used)}, {source.train, last}, test};
  }
  DrawnByClass parts = drawByClass(*source.train, used, held, seed);
  return {{source.train, std::move(parts.left)}, {source.train, std::move(parts.drawn)}, test};
}

}  // namespace inkling
