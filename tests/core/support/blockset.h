// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <filesystem>

namespace inkling::test {

/// A small, easy data set of 28×28 images: for class k a bright block at the k-th of ten places,
/// and grey noise.
DataSource blockSource(int train = 300, int test = 100);

/// The same as the four raw IDX files of a folder.
void writeBlockSet(const std::filesystem::path& folder, int train = 300, int test = 100);

}  // namespace inkling::test
