// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/digitmeans.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inkling {
namespace {

constexpr int kSide = 7;
constexpr int kDigits = 10;
using Mean = std::array<double, kSide * kSide>;

// The mean training image of every digit of MNIST (LeCun, Cortes, Burges), 28×28 pixels averaged to
// 7×7.
constexpr std::array<std::array<int, kSide * kSide>, kDigits> kMnist = {{
    {{0,   0,   0,   1,   1,   0,  0,   0,  2,  36,  122, 134, 41,  0,  0,  20,  128,
      120, 108, 118, 4,   0,   70, 128, 19, 48, 128, 8,   0,   103, 98, 33, 115, 88,
      3,   0,   54,  158, 155, 95, 15,  0,  0,  1,   6,   7,   1,   0,  0}},
    {{0,  0, 0, 0, 0, 0,  0,   0,  0, 4, 63, 72, 13, 0,   0,  0, 3, 113, 79, 3, 0, 0, 0, 4, 167,
      27, 0, 0, 0, 0, 34, 155, 10, 0, 0, 0,  6,  67, 101, 16, 1, 0, 0,   0,  4, 5, 1, 0, 0}},
    {{0,  0,   4,  11,  6,  1,  0,  0,  13,  80, 136, 113, 23, 0,   0,   14,  42,
      53, 117, 37, 0,   0,  8,  41, 94, 117, 23, 2,   1,   60, 140, 167, 121, 57,
      9,  1,   50, 115, 87, 69, 42, 4,  0,   0,  1,   1,   1,  0,   0}},
    {{0,  0,   1,  2,   1,   0,   0,  0,   19,  88, 136, 101, 17, 0,  1,  15,  42,
      97, 127, 22, 0,   0,   4,   70, 157, 127, 19, 0,   2,   19, 24, 35, 121, 44,
      0,  3,   50, 120, 140, 105, 16, 0,   0,   4,  16,  18,  4,  0,  0}},
    {{0,  0,   0,  0,  0,  0,  0,   0,   5,   26, 25, 43, 33, 2,  0,   20,  100,
      49, 110, 43, 1,  0,  51, 155, 101, 162, 33, 1,  0,  27, 77, 127, 114, 17,
      0,  0,   1,  20, 76, 59, 8,   0,   0,   0,  5,  13, 9,  1,  0}},
    {{0,   0,  0,  0,   1,   0,  0,   0,   3,  34, 83, 90, 59, 10, 0,  11, 101,
      112, 65, 38, 9,   0,   16, 121, 119, 75, 14, 0,  0,  24, 37, 57, 97, 31,
      1,   0,  32, 109, 125, 85, 15,  0,   0,  1,  13, 17, 5,  0,  0}},
    {{0,  0,  5,  20, 24,  5,  0,   0,   2,   32, 99, 65, 9,  0,   0,   7,   82,
      95, 25, 12, 0,  0,   19, 133, 107, 125, 68, 4,  0,  22, 156, 141, 138, 65,
      2,  0,  4,  62, 115, 62, 7,   0,   0,   0,  0,  0,  0,  0,   0}},
    {{0,   0,   0,  0,  0,   0,  0,  0,  7,   24, 34, 30, 8,  0,  4,   52, 132,
      135, 166, 49, 0,  1,   20, 33, 38, 146, 22, 0,  0,  3,  14, 109, 92, 6,
      0,   0,   2,  42, 116, 34, 1,  0,  0,   5,  39, 51, 14, 1,  0}},
    {{0,  0,   0,  0,   0,   0,  0,  0,   3,   39, 113, 112, 38, 2,   0,   14, 105,
      97, 118, 67, 5,   0,   7,  82, 178, 113, 17, 1,   0,   11, 107, 131, 80, 14,
      0,  0,   22, 123, 138, 80, 11, 0,   0,   1,  17,  24,  6,  0,   0}},
    {{0,   0,   0,  0,  0,  0,  0,   0,   1,   16, 67, 54, 7,  0,  0,   17,  119,
      101, 133, 31, 0,  0,  35, 125, 111, 161, 18, 0,  0,  9,  51, 105, 102, 7,
      0,   0,   1,  22, 90, 58, 7,   0,   0,   1,  19, 36, 22, 4,  0}},
}};

/// Moved and scaled so that a product of two is their correlation.
Mean normal(const Mean& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  Mean moved = values;
  double squares = 0;
  for (double& value : moved) {
    value -= sum / static_cast<double>(values.size());
    squares += value * value;
  }
  if (squares > 0)
    for (double& value : moved) value /= std::sqrt(squares);
  return moved;
}

/// The cell of a side of kSide into which a pixel of a side of `side` falls for the most part.
std::size_t cellOf(int at, int side) {
  return static_cast<std::size_t>((2 * at + 1) * kSide / (2 * side));
}

std::array<Mean, kDigits> meansOf(const Dataset& set) {
  std::array<std::array<std::int64_t, kSide * kSide>, kDigits> sums{};
  std::vector<std::size_t> cells;
  for (int y = 0; y < set.height; ++y)
    for (int x = 0; x < set.width; ++x)
      cells.push_back(cellOf(y, set.height) * kSide + cellOf(x, set.width));
  for (int i = 0; i < set.count(); ++i) {
    auto& sum = sums[set.labels[static_cast<std::size_t>(i)]];
    const auto image = set.image(i);
    for (std::size_t p = 0; p < image.size(); ++p) sum[cells[p]] += image[p];
  }
  std::array<double, kSide * kSide> pixels{};
  for (const std::size_t cell : cells) ++pixels[cell];
  std::array<Mean, kDigits> means{};
  for (std::size_t digit = 0; digit < means.size(); ++digit)
    for (std::size_t cell = 0; cell < pixels.size(); ++cell)
      means[digit][cell] = static_cast<double>(sums[digit][cell]) / std::max(pixels[cell], 1.0);
  return means;
}

Mean turned(const Mean& mean, Orientation orientation) {
  constexpr int kLast = kSide - 1;
  Mean to{};
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      int fromX = x;
      int fromY = y;
      if (orientation == Orientation::Transposed) std::swap(fromX, fromY);
      if (orientation == Orientation::Mirrored) fromX = kLast - x;
      if (orientation == Orientation::Rotated) fromX = kLast - x, fromY = kLast - y;
      to[static_cast<std::size_t>(y * kSide + x)] =
          mean[static_cast<std::size_t>(fromY * kSide + fromX)];
    }
  }
  return to;
}

/// Mean correlation of the classes, also if black and white are swapped; those without images have
/// 0.
double likeness(const std::array<Mean, kDigits>& means, Orientation orientation) {
  double sum = 0;
  for (std::size_t digit = 0; digit < means.size(); ++digit) {
    Mean mnist{};
    std::ranges::copy(kMnist[digit], mnist.begin());
    const Mean ours = normal(turned(means[digit], orientation));
    const Mean theirs = normal(mnist);
    for (std::size_t i = 0; i < ours.size(); ++i) sum += ours[i] * theirs[i];
  }
  return std::abs(sum) / kDigits;
}

}  // namespace

Orientation orientationOfDigits(const Dataset& set) {
  constexpr double kClearly = 0.08;
  constexpr double kLikeDigits = 0.6;
  const auto means = meansOf(set);
  Orientation best = Orientation::Upright;
  double most = std::max(likeness(means, best) + kClearly, kLikeDigits);
  for (const auto other : {Orientation::Transposed, Orientation::Mirrored, Orientation::Rotated}) {
    const double like = likeness(means, other);
    if (like > most) {
      best = other;
      most = like;
    }
  }
  return best;
}

}  // namespace inkling
