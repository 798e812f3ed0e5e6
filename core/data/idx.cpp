// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/idx.h"

#include "core/base/error.h"
#include "core/base/filetype.h"
#include "core/base/hugepages.h"
#include "core/data/gzip.h"

#include <algorithm>
#include <array>

namespace inkling {
namespace {

constexpr std::uint32_t kMaxItems = 10'000'000;
constexpr std::uint32_t kMaxSide = 256;
constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 30;
constexpr std::uint8_t kUnsignedByte = 8;
constexpr std::uint8_t kShort = 11;
constexpr int kImageDimensions = 3;

std::string number(std::uint64_t value) { return std::to_string(value); }

// Reads one file from its header to its end.
class IdxReader {
public:
  explicit IdxReader(const std::filesystem::path& file) : m_name(file.string()), m_source(file) {}

  std::vector<std::uint32_t> readImageExtents() {
    if (const int type = readMagic(kImageDimensions); type != kUnsignedByte)
      fail(2, "type 8 (unsigned bytes)", "type " + number(type));
    return readExtents(kImageDimensions);
  }

  IdxImages readImages() {
    IdxImages images{readImageExtents(), {}};
    resizeOnHugePages(images.values, checkedSize(images.extents, 1));
    readExactly(images.values);
    requireEnd();
    return images;
  }

  IdxLabels readLabels() {
    const int type = readMagic(1);
    if (type != kUnsignedByte && type != kShort)
      fail(2, "type 8 (unsigned bytes) or 11 (16 bits)", "type " + number(type));
    IdxLabels labels;
    labels.width = type == kShort ? 2 : 1;
    std::vector<std::uint8_t> bytes(checkedSize(readExtents(1), labels.width));
    readExactly(bytes);
    requireEnd();
    const auto width = static_cast<std::size_t>(labels.width);
    labels.values.resize(bytes.size() / width);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      Label& label = labels.values[i / width];
      label = static_cast<Label>(label << 8 | bytes[i]);
    }
    return labels;
  }

private:
  /// Returns the type of the values.
  std::uint8_t readMagic(int dimensions) {
    std::array<std::uint8_t, 4> magic{};
    readExactly(magic);
    if (magic[0] != 0 || magic[1] != 0) {
      requireIdx(magic);
      fail(0, "two zero bytes, with which an IDX file begins",
           number(magic[0]) + " and " + number(magic[1]));
    }
    if (magic[3] != dimensions)
      fail(3, std::to_string(dimensions) + " dimensions", number(magic[3]));
    return magic[2];
  }

  // Throws Error if what begins so is known to be something else.
  void requireIdx(const std::array<std::uint8_t, 4>& magic) {
    constexpr std::size_t kEnough = 256;
    std::vector<std::uint8_t> bytes(kEnough);
    std::ranges::copy(magic, bytes.begin());
    const std::size_t more = m_source.read(std::span(bytes).subspan(magic.size()));
    requireType({reinterpret_cast<const char*>(bytes.data()), magic.size() + more}, "an IDX file",
                m_name);
  }

  std::vector<std::uint32_t> readExtents(int dimensions) {
    std::vector<std::uint32_t> extents;
    for (int i = 0; i < dimensions; ++i) extents.push_back(readExtent(i == 0));
    return extents;
  }

  std::uint32_t readExtent(bool items) {
    const std::uint64_t at = m_offset;
    std::array<std::uint8_t, 4> bytes{};
    readExactly(bytes);
    std::uint32_t extent = 0;
    for (const std::uint8_t byte : bytes) extent = extent << 8 | byte;
    const std::uint32_t most = items ? kMaxItems : kMaxSide;
    if (extent < 1 || extent > most) fail(at, "an extent of 1 … " + number(most), number(extent));
    return extent;
  }

  // In bytes, of which each value has `width`. No overflow: the extents are capped, and each factor
  // only multiplies a product that is.
  std::size_t checkedSize(const std::vector<std::uint32_t>& extents, int width) {
    auto size = static_cast<std::uint64_t>(width);
    for (const std::uint32_t extent : extents) {
      size *= extent;
      if (size > kMaxBytes) fail(4, "extents of at most " + number(kMaxBytes) + " bytes", "more");
    }
    const std::uint64_t bound = m_source.bound() - std::min(m_source.bound(), m_offset);
    if (m_source.isRaw() && size != bound) {
      fail(m_offset, number(size) + " bytes, as the header says", number(bound));
    }
    if (size > bound) {
      fail(4, "no more bytes than the file can hold (" + number(bound) + ")", number(size));
    }
    return size;
  }

  void readExactly(std::span<std::uint8_t> out) {
    const std::size_t got = m_source.read(out);
    if (got < out.size()) {
      throw Error(m_name + " is cut off: expected " + number(m_offset + out.size()) +
                  " bytes at least, found " + number(m_offset + got) + ".");
    }
    m_offset += got;
  }

  void requireEnd() {
    std::uint8_t byte = 0;
    if (m_source.read({&byte, 1}) > 0) fail(m_offset, "the end, as the header says", "more data");
  }

  [[noreturn]] void fail(std::uint64_t offset, const std::string& expected,
                         const std::string& found) const {
    throw Error(m_name + ", byte " + number(offset) + ": expected " + expected + ", found " +
                found + ".");
  }

  std::string m_name;
  ByteSource m_source;
  std::uint64_t m_offset = 0;
};

}  // namespace

IdxImages readIdxImages(const std::filesystem::path& file) { return IdxReader(file).readImages(); }

IdxLabels readIdxLabels(const std::filesystem::path& file) { return IdxReader(file).readLabels(); }

std::vector<std::uint32_t> readIdxExtents(const std::filesystem::path& file) {
  return IdxReader(file).readImageExtents();
}

Dataset joinIdx(IdxImages images, const std::filesystem::path& imageFile, IdxLabels labels,
                const std::filesystem::path& labelFile, int classes) {
  if (images.extents.at(0) != labels.values.size()) {
    throw Error(labelFile.string() + ", byte 4: expected " + number(images.extents[0]) +
                " labels, one for each image of " + imageFile.string() + ", found " +
                number(labels.values.size()) + ".");
  }
  const auto wrong =
      std::ranges::find_if(labels.values, [&](int label) { return label >= classes; });
  if (wrong != labels.values.end()) {
    constexpr std::ptrdiff_t kHeader = 8;
    throw Error(labelFile.string() + ", byte " +
                std::to_string((wrong - labels.values.begin()) * labels.width + kHeader) +
                ": expected a label of 0 … " + std::to_string(classes - 1) + ", found " +
                number(*wrong) + ". A file classes.txt beside it names the classes, one a line.");
  }
  Dataset set;
  set.height = static_cast<int>(images.extents.at(1));
  set.width = static_cast<int>(images.extents.at(2));
  set.classes = classes;
  set.pixels = std::move(images.values);
  set.labels = std::move(labels.values);
  return set;
}

}  // namespace inkling
