// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <filesystem>

namespace inkling {

/// The four files of a data set. Names may have - or . before "idx", and .gz behind.
struct IdxQuartet {
  std::filesystem::path trainImages;
  std::filesystem::path trainLabels;
  std::filesystem::path testImages;
  std::filesystem::path testLabels;
};

/// Finds the files in `folder`, raw before .gz. Throws Error naming the first that is missing.
INKLING_CORE_API IdxQuartet findIdxQuartet(const std::filesystem::path& folder);

/// Whether findIdxQuartet() would succeed.
INKLING_CORE_API bool hasIdxQuartet(const std::filesystem::path& folder);

}  // namespace inkling
