// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/data/dataset.h"

#include <memory>
#include <numeric>

namespace inkling::test {

/// Images of random pixels, half of them paper, with labels 0 … classes−1 in turn.
inline DataView randomImages(int count, int side, int classes = 3) {
  auto set = std::make_shared<Dataset>();
  set->width = set->height = side;
  set->classes = classes;
  Random random(11, RandomPurpose::Analysis);
  for (int i = 0; i < count * side * side; ++i)
    set->pixels.push_back(random.chance(0.5) ? std::uint8_t(0)
                                             : static_cast<std::uint8_t>(random.below(256)));
  for (int i = 0; i < count; ++i) set->labels.push_back(static_cast<Label>(i % classes));
  DataView view{set, std::vector<std::uint32_t>(static_cast<std::size_t>(count))};
  std::iota(view.indices.begin(), view.indices.end(), 0U);
  return view;
}

}  // namespace inkling::test
