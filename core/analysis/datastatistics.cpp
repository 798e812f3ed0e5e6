// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/datastatistics.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace inkling {
namespace {

// Integer sums, so that nothing depends on the order.
struct PixelSums {
  std::vector<std::int64_t> first;
  std::vector<std::int64_t> second;
};

float spreadOf(double sum, double squares, double count) {
  const double mean = sum / count;
  return static_cast<float>(std::sqrt(std::max(0.0, squares / count - mean * mean)));
}

}  // namespace

DataStatistics dataStatistics(const DataView& view, int classes) {
  DataStatistics result;
  result.count = view.count();
  result.classes.resize(static_cast<std::size_t>(classes));
  if (view.count() == 0) return result;
  const std::size_t size = view.image(0).size();
  std::vector<PixelSums> sums(static_cast<std::size_t>(classes),
                              {std::vector<std::int64_t>(size), std::vector<std::int64_t>(size)});
  for (int i = 0; i < view.count(); ++i) {
    const auto label = static_cast<std::size_t>(view.label(i));
    ++result.classes[label].count;
    const auto image = view.image(i);
    for (std::size_t k = 0; k < size; ++k) {
      const int p = image[k];
      sums[label].first[k] += p;
      sums[label].second[k] += p * p;
      ++result.histogram[image[k]];
    }
  }
  for (std::size_t c = 0; c < sums.size(); ++c) {
    ClassStatistics& of = result.classes[c];
    of.mean.resize(size);
    of.spread.resize(size);
    for (std::size_t k = 0; k < size && of.count > 0; ++k) {
      const auto sum = static_cast<double>(sums[c].first[k]);
      of.mean[k] = static_cast<float>(sum / of.count);
      of.spread[k] = spreadOf(sum, static_cast<double>(sums[c].second[k]), of.count);
    }
  }
  double sum = 0;
  double squares = 0;
  for (int value = 0; value < 256; ++value) {
    const auto n = static_cast<double>(result.histogram[static_cast<std::size_t>(value)]);
    sum += n * value / 255;
    squares += n * value * value / (255.0 * 255.0);
  }
  const double pixels = static_cast<double>(size) * view.count();
  result.mean = sum / pixels;
  result.std = std::sqrt(std::max(0.0, squares / pixels - result.mean * result.mean));
  return result;
}

std::vector<DuplicateGroup> duplicates(std::span<const DataView> parts) {
  std::unordered_map<std::string_view, std::vector<ImagePlace>> byPixels;
  for (std::size_t part = 0; part < parts.size(); ++part)
    for (int i = 0; i < parts[part].count(); ++i) {
      const auto image = parts[part].image(i);
      byPixels[{reinterpret_cast<const char*>(image.data()), image.size()}].push_back(
          {static_cast<int>(part), i});
    }
  const auto label = [&](const ImagePlace& place) {
    return parts[static_cast<std::size_t>(place.part)].label(place.position);
  };
  std::vector<DuplicateGroup> groups;
  for (auto& [pixels, places] : byPixels) {
    if (places.size() < 2) continue;
    DuplicateGroup group{std::move(places), true, true};
    for (const ImagePlace& place : group.places) {
      group.sameLabel = group.sameLabel && label(place) == label(group.places[0]);
      group.samePart = group.samePart && place.part == group.places[0].part;
    }
    groups.push_back(std::move(group));
  }
  std::sort(groups.begin(), groups.end(), [](const DuplicateGroup& a, const DuplicateGroup& b) {
    return std::pair(a.places[0].part, a.places[0].position) <
           std::pair(b.places[0].part, b.places[0].position);
  });
  return groups;
}

}  // namespace inkling
