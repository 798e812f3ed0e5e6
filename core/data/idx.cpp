// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/idx.h"

#include "core/base/error.h"
#include "core/base/hugepages.h"
#include "core/data/gzip.h"

#include <algorithm>
#include <array>

namespace inkling {
namespace {

constexpr std::uint32_t kMaxItems = 10'000'000;
constexpr std::uint32_t kMaxSide = 256;
constexpr std::uint64_t kMaxValues = std::uint64_t{1} << 30;
constexpr std::uint8_t kUnsignedByte = 8;

std::string number(std::uint64_t value) { return std::to_string(value); }

// Reads one file from its header to its end.
class IdxReader {
public:
  explicit IdxReader(const std::filesystem::path& file) : m_name(file.string()), m_source(file) {}

  std::vector<std::uint32_t> readExtents(int dimensions) {
    readMagic(dimensions);
    std::vector<std::uint32_t> extents;
    for (int i = 0; i < dimensions; ++i) extents.push_back(readExtent(i == 0));
    return extents;
  }

  IdxArray read(int dimensions) {
    IdxArray array{readExtents(dimensions), {}};
    resizeOnHugePages(array.values, checkedSize(array.extents));
    readExactly(array.values);
    requireEnd();
    return array;
  }

private:
  void readMagic(int dimensions) {
    std::array<std::uint8_t, 4> magic{};
    readExactly(magic);
    if (magic[0] != 0 || magic[1] != 0) {
      fail(0, "two zero bytes, with which an IDX file begins",
           number(magic[0]) + " and " + number(magic[1]));
    }
    if (magic[2] != kUnsignedByte) fail(2, "type 8 (unsigned bytes)", "type " + number(magic[2]));
    if (magic[3] != dimensions)
      fail(3, std::to_string(dimensions) + " dimensions", number(magic[3]));
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

  // No overflow: the extents are capped, and each factor only multiplies a product that is.
  std::size_t checkedSize(const std::vector<std::uint32_t>& extents) {
    std::uint64_t size = 1;
    for (const std::uint32_t extent : extents) {
      size *= extent;
      if (size > kMaxValues)
        fail(4, "extents of at most " + number(kMaxValues) + " values", "more");
    }
    const std::uint64_t bound = m_source.bound() - std::min(m_source.bound(), m_offset);
    if (m_source.isRaw() && size != bound) {
      fail(m_offset, number(size) + " values, as the header says", number(bound));
    }
    if (size > bound) {
      fail(4, "no more values than the file can hold (" + number(bound) + ")", number(size));
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

IdxArray readIdx(const std::filesystem::path& file, int dimensions) {
  return IdxReader(file).read(dimensions);
}

std::vector<std::uint32_t> readIdxExtents(const std::filesystem::path& file, int dimensions) {
  return IdxReader(file).readExtents(dimensions);
}

Dataset joinIdx(IdxArray images, const std::filesystem::path& imageFile, IdxArray labels,
                const std::filesystem::path& labelFile, int classes) {
  if (images.extents.at(0) != labels.extents.at(0)) {
    throw Error(labelFile.string() + ", byte 4: expected " + number(images.extents[0]) +
                " labels, one for each image of " + imageFile.string() + ", found " +
                number(labels.extents[0]) + ".");
  }
  const auto wrong =
      std::ranges::find_if(labels.values, [&](int label) { return label >= classes; });
  if (wrong != labels.values.end()) {
    constexpr std::ptrdiff_t kHeader = 8;
    throw Error(labelFile.string() + ", byte " +
                std::to_string(wrong - labels.values.begin() + kHeader) +
                ": expected a label of 0 … " + std::to_string(classes - 1) + ", found " +
                number(*wrong) + ".");
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
