// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/picturenames.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inkling {

/// What a table says of pictures.
struct PictureLabels {
  struct Line {
    std::filesystem::path file;
    std::string label;
  };
  std::vector<Line> lines;   ///< of pictures that are there, each once
  int missing = 0;           ///< lines about pictures that are not there
  std::string firstMissing;  ///< as the table calls it
  int unlisted = 0;          ///< pictures of the folder that no line is about
};

/// Reads labels.csv, at most 64 MiB: file name and label, in this order or the other, in quotes or
/// not, with a header or without, separated by comma, semicolon or tab. Names may lack their
/// extension and may have folders before them, but lead nowhere else. `pictures` are those of its
/// folder and of folders in it. Throws Error, naming the line.
INKLING_CORE_API PictureLabels readPictureLabels(
    const std::filesystem::path& table, const std::vector<std::filesystem::path>& pictures);

}  // namespace inkling
