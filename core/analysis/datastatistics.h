// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace inkling {

/// The images of one class taken together.
struct ClassStatistics {
  int count = 0;
  std::vector<float> mean;    ///< of each pixel, 0 … 255
  std::vector<float> spread;  ///< standard deviation of each pixel
};

struct DataStatistics {
  int count = 0;
  double mean = 0;  ///< of all pixels as shares of 1: what recipes call data.mean …
  double std = 0;   ///< … and data.std
  std::array<long, 256> histogram{};  ///< pixels by value
  std::vector<ClassStatistics> classes;
};

INKLING_CORE_API DataStatistics dataStatistics(const DataView& view, int classes);

/// An image of one of several parts of the data.
struct ImagePlace {
  int part = 0;
  int position = 0;  ///< in that part's view
  bool operator==(const ImagePlace&) const = default;
};

/// Images that are equal, pixel by pixel.
struct DuplicateGroup {
  std::vector<ImagePlace> places;  ///< at least two
  bool sameLabel = true;
  bool samePart = true;  ///< false: what is measured has been trained on
};

/// All groups of equal images within and between the parts, in the order of their first ones.
INKLING_CORE_API std::vector<DuplicateGroup> duplicates(std::span<const DataView> parts);

}  // namespace inkling
