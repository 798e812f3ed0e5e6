// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/data/picturefolder.h"
#include "tests/fuzz/target.h"

#include <fstream>
#include <unistd.h>

using namespace inkling;

namespace {

/// Width, height, then red, green, blue and opacity of each pixel.
class FuzzPictures final : public PictureDecoder {
public:
  Raster decode(std::span<const char> bytes, const std::string& name, int mostSide) const override {
    if (bytes.size() < 3) throw PictureError(PictureError::Reason::CutOff, name);
    const int width = std::min(1 + static_cast<std::uint8_t>(bytes[0]), mostSide);
    const int height = std::min(1 + static_cast<std::uint8_t>(bytes[1]), mostSide);
    std::vector<std::uint8_t> rgba(static_cast<std::size_t>(width) *
                                   static_cast<std::size_t>(height) * 4);
    for (std::size_t i = 0; i < rgba.size(); ++i)
      rgba[i] = static_cast<std::uint8_t>(bytes[2 + i % (bytes.size() - 2)]);
    return onPaper(width, height, rgba);
  }
};

/// The folder of one input, in memory.
const std::filesystem::path& fuzzFolder() {
  static const std::filesystem::path folder = "/dev/shm/inkling-fuzz-" + std::to_string(::getpid());
  return folder;
}

}  // namespace

// Pictures one after the other, each after a byte for its class and one for its length.
INKLING_FUZZ(pictures) {
  constexpr int kMost = 8;
  removeAll(fuzzFolder());
  for (const char* name : {"a", "b"}) makeFolder(fuzzFolder() / name);
  for (int i = 0; i < kMost && input.size() >= 2; ++i) {
    const auto length =
        std::min<std::size_t>(static_cast<std::uint8_t>(input[1]), input.size() - 2);
    const auto file = fuzzFolder() / (input[0] % 2 == 0 ? "a" : "b") / (std::to_string(i) + ".png");
    std::ofstream(file, std::ios::binary)
        .write(input.data() + 2, static_cast<std::streamsize>(length));
    input = input.subspan(2 + length);
  }
  const FuzzPictures decoder;
  try {
    const FoundData found = readPictures(placeAt(fuzzFolder()), {.pictures = &decoder});
    const auto size = static_cast<std::size_t>(found.train.shape().size());
    fuzz::check(found.train.pixels.size() == found.train.labels.size() * size,
                "there are as many values as pixels");
    for (const Label label : found.train.labels)
      fuzz::check(label < found.classNames.size(), "labels are of the classes");
  } catch (const Error&) {
    removeAll(fuzzFolder());
    throw;
  }
  removeAll(fuzzFolder());
}
