// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/mending.h"

#include "core/base/error.h"
#include "core/base/hugepages.h"
#include "core/base/xxhash64.h"
#include "core/data/turning.h"

#include <algorithm>
#include <unordered_set>

namespace inkling {
namespace {

/// Both parts by the same factor, found in the training images.
void stretch(FoundData& found) {
  constexpr int kBrightest = 255;
  const int most = std::ranges::max(found.train.pixels);
  if (most == 0 || most == kBrightest) return;
  for (Dataset* const part : {&found.train, &found.test})
    for (std::uint8_t& pixel : part->pixels)
      pixel =
          static_cast<std::uint8_t>(std::min((pixel * kBrightest + most / 2) / most, kBrightest));
}

/// Keeps the images for which keep(image) is true.
template <typename Keep>
void filter(Dataset& set, Keep&& keep) {
  std::vector<std::uint32_t> kept;
  for (int i = 0; i < set.count(); ++i)
    if (keep(set.image(i))) kept.push_back(static_cast<std::uint32_t>(i));
  if (kept.size() < set.labels.size()) set = imagesAt(set, kept);
}

void leaveOutDuplicates(FoundData& found) {
  std::unordered_set<std::uint64_t> tested;
  for (int i = 0; i < found.test.count(); ++i) tested.insert(xxHash64(found.test.image(i), 0));
  filter(found.train, [&](auto image) { return !tested.contains(xxHash64(image, 0)); });
}

void closeGaps(FoundData& found) {
  std::vector<int> counts(found.classNames.size());
  for (const Dataset* const part : {&found.train, &found.test})
    for (const Label label : part->labels) ++counts[label];
  std::vector<Label> now(counts.size());
  std::vector<std::string> names;
  for (std::size_t c = 0; c < counts.size(); ++c) {
    now[c] = static_cast<Label>(names.size());
    if (counts[c] > 0) names.push_back(found.classNames[c]);
  }
  for (Dataset* const part : {&found.train, &found.test}) {
    part->classes = static_cast<int>(names.size());
    for (Label& label : part->labels) label = now[label];
  }
  found.classNames = std::move(names);
}

}  // namespace

void mendData(FoundData& found, const DataMending& mending, const std::string& name) {
  const auto both = [&](bool wanted, void (*change)(Dataset&)) {
    if (!wanted) return;
    change(found.train);
    change(found.test);
  };
  both(mending.grey, makeGrey);
  if (mending.stretch) stretch(found);
  both(mending.invert, invert);
  both(mending.transpose, transpose);
  both(mending.mirror, mirror);
  both(mending.rotate, rotate);
  both(mending.blank,
       [](Dataset& set) { filter(set, [](auto image) { return !isOneValue(image); }); });
  if (mending.duplicates) leaveOutDuplicates(found);
  if (mending.gaps) closeGaps(found);
  if (found.train.count() == 0 || found.test.count() == 0)
    throw Error("What data.mend leaves out of " + name + " leaves no images to " +
                (found.train.count() == 0 ? "train on." : "test with."));
  if (found.classNames.size() < 2) throw Error(name + " has images of one class only.");
}

Dataset imagesAt(const Dataset& set, std::span<const std::uint32_t> positions) {
  Dataset part;
  part.width = set.width;
  part.height = set.height;
  part.channels = set.channels;
  part.classes = set.classes;
  const auto size = static_cast<std::size_t>(set.shape().size());
  resizeOnHugePages(part.pixels, positions.size() * size);
  part.labels.reserve(positions.size());
  for (std::size_t i = 0; i < positions.size(); ++i) {
    std::ranges::copy(set.image(static_cast<int>(positions[i])), part.pixels.data() + i * size);
    part.labels.push_back(set.labels[positions[i]]);
  }
  return part;
}

bool isOneValue(std::span<const std::uint8_t> image) {
  return std::ranges::all_of(image, [&](std::uint8_t pixel) { return pixel == image[0]; });
}

}  // namespace inkling
