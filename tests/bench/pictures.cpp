// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How well a model reads bitmaps: pictures MODEL [DIGITS.CSV]. MNIST's test images as they are,
// through the normaliser, and enlarged and inverted first; and the digits of 8×8 pixels of 0 … 16
// of the file (python3-sklearn has it: datasets/data/digits.csv.gz), enlarged to 80×80.

#include "core/analysis/reading.h"
#include "core/base/error.h"
#include "core/base/folders.h"
#include "core/data/datasource.h"
#include "core/io/modelfile.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>

using namespace inkling;

namespace {

// Enlarged by a whole factor, bilinear, with a margin of paper.
GreyImage enlarged(const GreyImage& small, int factor, int margin) {
  const int width = small.width * factor + 2 * margin;
  const int height = small.height * factor + 2 * margin;
  GreyImage big{width, height, {}};
  const auto at = [&](int x, int y) {
    if (x < 0 || y < 0 || x >= small.width || y >= small.height) return 0.0;
    return static_cast<double>(small.pixels[static_cast<std::size_t>(y * small.width + x)]);
  };
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const double sx = (x - margin + 0.5) / factor - 0.5 + 8;
      const double sy = (y - margin + 0.5) / factor - 0.5 + 8;
      const int left = static_cast<int>(sx);
      const int top = static_cast<int>(sy);
      const double fx = sx - left;
      const double fy = sy - top;
      const double upper = (1 - fx) * at(left - 8, top - 8) + fx * at(left - 7, top - 8);
      const double lower = (1 - fx) * at(left - 8, top - 7) + fx * at(left - 7, top - 7);
      big.pixels.push_back(static_cast<std::uint8_t>((1 - fy) * upper + fy * lower));
    }
  }
  return big;
}

using LabelOf = std::function<int(int)>;
using ReadingOf = std::function<Reading(int)>;

void report(const char* name, int count, const LabelOf& label, const ReadingOf& read) {
  int right = 0;
  int unsure = 0;
  for (int i = 0; i < count; ++i) {
    const Reading reading = read(i);
    right += reading.digit == label(i) ? 1 : 0;
    unsure += reading.sure ? 0 : 1;
  }
  const double share = 100.0 / std::max(count, 1);
  std::printf("%-28s %6.2f %% right, %5.2f %% not sure, of %d\n", name, share * right,
              share * unsure, count);
  std::fflush(stdout);
}

void measureMnist(const Model& model) {
  const DataSource source = loadDataSource("mnist", resourceFolder());
  const Dataset& test = *source.test;
  const auto glyph = [&](int i) {
    Glyph image;
    std::copy_n(test.image(i).data(), image.size(), image.begin());
    return image;
  };
  const auto picture = [&](int i) {
    const Glyph image = glyph(i);
    return GreyImage{28, 28, {image.begin(), image.end()}};
  };
  const auto inverted = [&](int i) {
    GreyImage big = enlarged(picture(i), 5, 0);
    for (auto& pixel : big.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
    return big;
  };
  const LabelOf label = [&](int i) { return test.labels[static_cast<std::size_t>(i)]; };
  report("MNIST as it is", test.count(), label, [&](int i) { return readGlyph(model, glyph(i)); });
  report("MNIST, normalised", test.count(), label,
         [&](int i) { return readGlyph(model, normaliseImage(picture(i))); });
  report("MNIST, 140×140, dark on light", test.count(), label,
         [&](int i) { return readGlyph(model, normaliseImage(inverted(i))); });
}

void measureSmall(const Model& model, const char* path) {
  std::ifstream file(path);
  if (!file) throw Error(std::string("Cannot read ") + path + ".");
  std::vector<GreyImage> images;
  std::vector<int> labels;
  for (std::string line; std::getline(file, line);) {
    std::replace(line.begin(), line.end(), ',', ' ');
    std::istringstream words(line);
    GreyImage image{8, 8, {}};
    double value = 0;
    while (image.pixels.size() < 64 && words >> value)
      image.pixels.push_back(static_cast<std::uint8_t>(std::min(255.0, 16 * value)));
    if (!(words >> value)) continue;
    images.push_back(enlarged(image, 10, 20));
    labels.push_back(static_cast<int>(value));
  }
  const auto at = [](int i) { return static_cast<std::size_t>(i); };
  report(
      "8×8 digits, enlarged", static_cast<int>(images.size()), [&](int i) { return labels[at(i)]; },
      [&](int i) { return readGlyph(model, normaliseImage(images[at(i)])); });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: pictures MODEL [DIGITS.CSV]\n");
    return 2;
  }
  try {
    const Model model = loadModel(argv[1]).model;
    measureMnist(model);
    if (argc > 2) measureSmall(model, argv[2]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
