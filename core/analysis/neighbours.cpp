// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/neighbours.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

namespace inkling {

std::vector<Neighbour> nearest(const Matrix<float>& points, const Vector<float>& query, int count) {
  if (points.rows() != query.size())
    throw Error("These are " + std::to_string(query.size()) +
                " features of an image, the others have " + std::to_string(points.rows()) + ".");
  std::vector<Neighbour> all(static_cast<std::size_t>(points.cols()));
  for (Index i = 0; i < points.cols(); ++i)
    all[static_cast<std::size_t>(i)] = {static_cast<int>(i), (points.col(i) - query).squaredNorm()};
  const auto used = std::min(all.size(), static_cast<std::size_t>(std::max(0, count)));
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(used), all.end(),
                    [](const Neighbour& a, const Neighbour& b) {
                      return std::tie(a.distance, a.position) < std::tie(b.distance, b.position);
                    });
  all.resize(used);
  for (Neighbour& neighbour : all) neighbour.distance = std::sqrt(neighbour.distance);
  return all;
}

Vector<float> placeAmong(const Matrix<float>& points, const Matrix<float>& places,
                         const Vector<float>& query, int neighbours) {
  Vector<float> place = Vector<float>::Zero(places.rows());
  float weights = 0;
  for (const Neighbour& neighbour : nearest(points, query, neighbours)) {
    const float weight = 1 / std::max(neighbour.distance, 1e-6F);
    place += weight * places.col(neighbour.position);
    weights += weight;
  }
  if (weights > 0) place /= weights;
  return place;
}

}  // namespace inkling
