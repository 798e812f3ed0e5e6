// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/labels.h"
#include "core/recipe/recipe.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace inkling {

/// Images and labels as they stand in the files: 8-bit grey, row by row, 0 is paper and 255 is ink.
/// Immutable once built; shared between threads behind shared_ptr<const Dataset>.
struct Dataset {
  int width = 0;
  int height = 0;
  int channels = 1;
  int classes = 0;                   ///< that the labels are of: all labels are below
  std::vector<std::uint8_t> pixels;  ///< count() · width · height · channels, channel last
  std::vector<Label> labels;         ///< count()

  int count() const { return static_cast<int>(labels.size()); }
  Shape shape() const { return {height, width, channels}; }
  std::span<const std::uint8_t> image(int index) const {
    const auto size = static_cast<std::size_t>(shape().size());
    return {pixels.data() + static_cast<std::size_t>(index) * size, size};
  }
};

/// What images are: their size, and how many classes they are of.
struct ImageFormat {
  Shape shape;
  int classes = 0;
  bool operator==(const ImageFormat&) const = default;
};

inline ImageFormat formatOf(const Dataset& set) { return {set.shape(), set.classes}; }

/// A data set as found on disk.
struct DataSource {
  std::string name;                     ///< "mnist", "fashion-mnist" or the path
  std::string title;                    ///< for people: "MNIST"
  std::vector<std::string> classNames;  ///< one for each label
  std::shared_ptr<const Dataset> train;
  std::shared_ptr<const Dataset> test;
  std::string fingerprint{};         ///< of images and labels, see fingerprint(); empty: not known
  std::string format{};              ///< how it is stored: "IDX"
  std::vector<std::string> notes{};  ///< sentences: what was done to read it
  bool testDrawn = false;  ///< there are no test images: a tenth of those to train on was set aside
  int classes() const { return static_cast<int>(classNames.size()); }
};

/// Some images of a data set, in an order.
struct INKLING_CORE_API DataView {
  std::shared_ptr<const Dataset> set;
  std::vector<std::uint32_t> indices;
  int count() const { return static_cast<int>(indices.size()); }
  DataView first(int most) const;  ///< the first `most` images, or all if there are fewer
  std::span<const std::uint8_t> image(int position) const {
    return set->image(static_cast<int>(indices[static_cast<std::size_t>(position)]));
  }
  int label(int position) const { return set->labels[indices[static_cast<std::size_t>(position)]]; }
  bool operator==(const DataView&) const = default;
};

/// The three parts of a run's data. They never overlap.
struct Split {
  DataView train;
  DataView validation;  ///< empty if the recipe holds nothing out
  DataView test;        ///< the whole test set; touched only to report
};

/// Divides `source` as `spec` says; what is drawn depends on `seed` alone. Each part is in the
/// order of the set. Throws Error if more images are asked for than there are.
INKLING_CORE_API Split split(const DataSource& source, const DataSpec& spec, std::uint64_t seed);

}  // namespace inkling
