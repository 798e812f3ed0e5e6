// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace inkling {

/// What of a folder may belong to a data set: nothing hidden.
struct PictureContent {
  std::vector<std::filesystem::path> pictures;
  std::vector<std::filesystem::path> folders;
};

/// Whether a file that is called so is taken for a picture.
bool isPictureName(const std::filesystem::path& file);

/// Divides the entries of a folder; files that are no pictures are left out, as are
/// links that lead nowhere.
PictureContent pictureContent(const std::vector<std::filesystem::path>& entries);

}  // namespace inkling
