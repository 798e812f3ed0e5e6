// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/idx.h"

#include "core/base/error.h"
#include "tests/fuzz/inputfile.h"
#include "tests/fuzz/target.h"

using namespace inkling;

// The input is a file of images or one of labels; both readers are asked.
INKLING_FUZZ(idx) {
  const auto file = fuzz::fileOf(input);
  IdxLabels labels;
  try {
    labels = readIdxLabels(file);
  } catch (const Error&) {
    const IdxImages images = readIdxImages(file);
    fuzz::check(images.values.size() == static_cast<std::size_t>(images.count) *
                                            static_cast<std::size_t>(images.shape.size()),
                "there are as many values as pixels");
    return;
  }
  constexpr int kClasses = 10;
  const std::size_t count = labels.values.size();
  IdxImages dots{static_cast<int>(count), {1, 1, 1}, std::vector<std::uint8_t>(count)};
  const Dataset set = joinIdx(std::move(dots), file, std::move(labels), file, kClasses);
  for (const Label label : set.labels) fuzz::check(label < kClasses, "labels are of the classes");
}
