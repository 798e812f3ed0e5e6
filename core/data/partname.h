// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <string_view>

namespace inkling {

/// What the name of a file or an array says of what it holds. Its words stand between "-", "_",
/// ".", "/" and spaces, or where a capital follows a small letter; "xtrain" and "trainx" are two.
struct PartName {
  enum class Part { Unsaid, Train, Test, Validation };
  enum class Kind { Unsaid, Images, Labels, ClassNames };
  std::string stem;  ///< the words that say nothing of this, small: "emnist-letters"
  Part part = Part::Unsaid;
  Kind kind = Kind::Unsaid;
  int rank = 0;  ///< of two that say the same, the lower is meant
  bool operator==(const PartName&) const = default;
};

/// "train", "test", "t10k", "val" …; "x", "images", "data" …; "y", "labels", "target" …. Endings
/// such as ".npy" and ".gz" are no words.
INKLING_CORE_API PartName partNameOf(std::string_view name);

}  // namespace inkling
