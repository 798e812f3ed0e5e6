// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inkling::test {

/// What the images of a toy set are.
struct ToyFormat {
  int side = 28;
  int classes = 10;
  int width = 0;         ///< 0: as high as wide
  bool sorted = false;   ///< all images of a class in a row
  bool greek = false;    ///< the classes have Greek names
  bool unequal = false;  ///< half of the images are of the first class
};

/// Writes an IDX quartet into `folder`: images whose classes differ in the place of a bar, with
/// some noise, so that small networks learn them within an epoch or two; with more or fewer than
/// ten classes also their names.
void writeToySet(const QString& folder, int train, int test, const ToyFormat& format = {});

}  // namespace inkling::test
