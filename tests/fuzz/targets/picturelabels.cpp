// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/picturelabels.h"

#include "tests/fuzz/inputfile.h"
#include "tests/fuzz/target.h"

using namespace inkling;

// The table beside pictures, which are not looked at.
INKLING_FUZZ(picturelabels) {
  const auto table = fuzz::fileOf(input);
  const auto folder = table.parent_path();
  const std::vector<std::filesystem::path> pictures = {folder / "1.png", folder / "2.png",
                                                       folder / "in" / "1.jpg", folder / "x"};
  const PictureLabels labels = readPictureLabels(table, pictures);
  fuzz::check(labels.lines.size() + static_cast<std::size_t>(labels.unlisted) == pictures.size(),
              "each picture is listed once or not at all");
  for (const PictureLabels::Line& line : labels.lines)
    fuzz::check(!line.label.empty(), "every picture has a label");
}
