// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/extents.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace inkling {

/// Files of tensors that are larger, or hold tensors of more dimensions, are refused.
inline constexpr std::size_t kMaxTensorFile = std::size_t{2} << 30;
inline constexpr std::size_t kMaxDimensions = 8;
/// Of all tensors of a file together: as floats they take no more memory than the largest file.
inline constexpr std::size_t kMostNumbers = kMaxTensorFile / sizeof(float);

/// A named array as files hold it: values in row-major order. An empty shape is a single number.
struct Tensor {
  std::string name;
  std::vector<int> shape;
  std::vector<float> values;
  bool operator==(const Tensor&) const = default;
};

/// Named tensors and, where the format has a place for them, texts.
struct TensorFile {
  std::vector<Tensor> tensors;
  std::map<std::string, std::string> metadata;
  bool operator==(const TensorFile&) const = default;

  /// Null if there is none of that name.
  INKLING_CORE_API const Tensor* find(const std::string& name) const;
};

}  // namespace inkling
