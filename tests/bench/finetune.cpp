// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What "learn my handwriting" brings: finetune MODEL STROKES [DIGITS [WRITERS
// [SLANT]]]. Each writer of the stroke file is taken for the user: the first DIGITS of that writer
// are learnt, all the others tell how well. SLANT (x per y) makes unusual hands of them.

#include "core/train/finetune.h"

#include "core/base/folders.h"
#include "core/data/datasource.h"
#include "core/ink/strokefile.h"
#include "core/io/modelfile.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

using namespace inkling;

namespace {

void append(Dataset& set, const PenDigit& digit) {
  const Glyph glyph = renderGlyph(digit.ink);
  set.width = set.height = 28;
  set.classes = 10;
  set.pixels.insert(set.pixels.end(), glyph.begin(), glyph.end());
  set.labels.push_back(static_cast<Label>(digit.label));
}

OwnDigits divide(const std::vector<PenDigit>& digits, std::size_t learnt) {
  auto first = std::make_shared<Dataset>();
  auto rest = std::make_shared<Dataset>();
  for (std::size_t i = 0; i < digits.size(); ++i) append(i < learnt ? *first : *rest, digits[i]);
  return {first, rest};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: finetune MODEL STROKES [DIGITS [WRITERS [SLANT]]]\n");
    return 2;
  }
  try {
    const Model model = loadModel(argv[1]).model;
    const std::size_t learnt = argc > 3 ? static_cast<std::size_t>(std::atoi(argv[3])) : 30;
    int writers = argc > 4 ? std::atoi(argv[4]) : 1000;
    const float slant = argc > 5 ? std::strtof(argv[5], nullptr) : 0;
    std::map<std::string, std::vector<PenDigit>> byWriter;
    for (PenDigit& digit : loadStrokeFile(argv[2])) {
      for (Stroke& stroke : digit.ink)
        for (InkPoint& p : stroke.points) p.x -= slant * p.y;
      byWriter[digit.writer].push_back(digit);
    }
    const DataSource mnist = loadDataSource("mnist", resourceFolder());

    double before = 0, after = 0, othersBefore = 0, othersAfter = 0, count = 0, runs = 0;
    for (const auto& [writer, digits] : byWriter) {
      if (writers-- <= 0) break;
      const FineTuned tuned = fineTune(model, divide(digits, learnt), mnist);
      std::printf("%-12s %4d digits: %6.2f -> %6.2f %%; MNIST %6.2f -> %6.2f %%; %.1f s\n",
                  writer.c_str(), tuned.personalBefore.count, 100 * tuned.personalBefore.accuracy,
                  100 * tuned.personalAfter.accuracy, 100 * tuned.othersBefore.accuracy,
                  100 * tuned.othersAfter.accuracy, tuned.seconds);
      std::fflush(stdout);
      before += tuned.personalBefore.accuracy * tuned.personalBefore.count;
      after += tuned.personalAfter.accuracy * tuned.personalAfter.count;
      count += tuned.personalBefore.count;
      othersBefore += tuned.othersBefore.accuracy;
      othersAfter += tuned.othersAfter.accuracy;
      ++runs;
    }
    std::printf("all: %.2f -> %.2f %%; MNIST %.3f -> %.3f %%\n", 100 * before / count,
                100 * after / count, 100 * othersBefore / runs, 100 * othersAfter / runs);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
