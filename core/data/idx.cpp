// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/idx.h"

#include "core/base/error.h"
#include "core/base/filetype.h"
#include "core/base/hugepages.h"
#include "core/base/memory.h"
#include "core/data/flatcolour.h"
#include "core/data/gzip.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inkling {
namespace {

constexpr std::uint32_t kMaxItems = kMostImages;
constexpr std::uint32_t kMaxSide = kMostPixelsASide;
constexpr int kMostDimensions = 4;
constexpr std::size_t kMagic = 4;
constexpr std::size_t kStretch = std::size_t{4} << 20;  // bytes between two looks at the caller

enum IdxType { UnsignedByte = 8, SignedByte = 9, Short = 11, Int = 12 };

std::string number(std::uint64_t value) { return std::to_string(value); }

std::uint32_t bigEndian(std::span<const std::uint8_t> bytes) {
  std::uint32_t value = 0;
  for (const std::uint8_t byte : bytes) value = value << 8 | byte;
  return value;
}

std::size_t widthOf(int type) { return type == Int ? 4 : type == Short ? 2 : 1; }

// Reads one file from its header to its end.
class IdxReader {
public:
  explicit IdxReader(const std::filesystem::path& file) : m_name(file.string()), m_source(file) {}

  IdxImages readImages(const DataReading& reading) {
    const IdxHead head = readHead(2, kMostDimensions);
    if (head.type != UnsignedByte)
      fail(2, "type 8 (unsigned bytes)", "type " + number(static_cast<std::uint64_t>(head.type)));
    bool channelsFirst = false;
    IdxImages images;
    images.count = static_cast<int>(head.extents[0]);
    images.shape = shapeOf(head.extents, channelsFirst);
    resizeOnHugePages(images.values, checkedSize(head.extents, 1));
    const std::span values(images.values);
    for (std::size_t at = 0; at < values.size(); at += kStretch) {
      reading.proceed(static_cast<double>(at) / static_cast<double>(values.size()));
      readExactly(values.subspan(at, std::min(kStretch, values.size() - at)));
    }
    requireEnd();
    if (channelsFirst) putChannelsLast(images.values, images.shape);
    return images;
  }

  IdxLabels readLabels() {
    const IdxHead head = readHead(1, 2);
    if (head.type != UnsignedByte && head.type != SignedByte && head.type != Short &&
        head.type != Int)
      fail(2, "type 8 or 9 (bytes), 11 (16 bits) or 12 (32 bits)",
           "type " + number(static_cast<std::uint64_t>(head.type)));
    const std::size_t width = widthOf(head.type);
    std::vector<std::uint8_t> bytes(checkedSize(head.extents, width));
    readExactly(bytes);
    requireEnd();
    std::vector<std::uint32_t> values(bytes.size() / width);
    for (std::size_t i = 0; i < values.size(); ++i)
      values[i] = bigEndian(std::span(bytes).subspan(i * width, width));
    IdxLabels labels;
    labels.width = static_cast<int>(head.extents.size() > 1 ? width * head.extents[1] : width);
    labels.values =
        head.extents.size() > 1 ? readOneHot(values, head.extents[1]) : narrowed(values, width);
    return labels;
  }

private:
  IdxHead readHead(int fewest, int most) {
    std::array<std::uint8_t, kMagic> magic{};
    readExactly(magic);
    if (magic[0] != 0 || magic[1] != 0) {
      requireIdx(magic);
      fail(0, "two zero bytes, with which an IDX file begins",
           number(magic[0]) + " and " + number(magic[1]));
    }
    if (magic[3] < fewest || magic[3] > most)
      fail(3,
           number(static_cast<std::uint64_t>(fewest)) + " to " +
               number(static_cast<std::uint64_t>(most)) + " dimensions",
           number(magic[3]));
    IdxHead head{magic[2], {}};
    for (int i = 0; i < magic[3]; ++i) head.extents.push_back(readExtent(i == 0, magic[3] == 2));
    return head;
  }

  Shape shapeOf(const std::vector<std::uint32_t>& extents, bool& channelsFirst) const {
    const auto extent = [&](std::size_t i) { return static_cast<int>(extents[i]); };
    if (extents.size() == 2) {
      const auto side = static_cast<int>(std::lround(std::sqrt(extents[1])));
      if (side * side != extent(1))
        fail(kMagic + 4, "as many values as a square has pixels", number(extents[1]));
      return {side, side, 1};
    }
    if (extents.size() == 3) return {extent(1), extent(2), 1};
    const auto isColour = [](int channels) { return channels == 1 || channels == 3; };
    channelsFirst = isColour(extent(1)) && !isColour(extent(3));
    if (!channelsFirst && !isColour(extent(3))) fail(kMagic, "1 or 3 channels", number(extents[3]));
    return channelsFirst ? Shape{extent(2), extent(3), extent(1)}
                         : Shape{extent(1), extent(2), extent(3)};
  }

  std::vector<Label> narrowed(const std::vector<std::uint32_t>& values, std::size_t width) const {
    std::vector<Label> labels;
    labels.reserve(values.size());
    for (const std::uint32_t value : values) {
      if (value > kNoClass)
        fail(kMagic + 4 + labels.size() * width, "a label of 0 … " + number(kMostClasses - 1),
             number(value));
      labels.push_back(static_cast<Label>(value));
    }
    return labels;
  }

  std::vector<Label> readOneHot(const std::vector<std::uint32_t>& values,
                                std::size_t classes) const {
    std::vector<Label> labels;
    for (std::size_t at = 0; at < values.size(); at += classes) {
      const auto row = std::span(values).subspan(at, classes);
      const auto one = std::ranges::find(row, 1U);
      if (std::ranges::count(row, 0U) != static_cast<std::ptrdiff_t>(classes) - 1 ||
          one == row.end())
        fail(kMagic + 8 + at, "zeros and one 1, as labels of two dimensions have", "other values");
      labels.push_back(static_cast<Label>(one - row.begin()));
    }
    return labels;
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

  std::uint32_t readExtent(bool items, bool flat) {
    const std::uint64_t at = m_offset;
    std::array<std::uint8_t, 4> bytes{};
    readExactly(bytes);
    const std::uint32_t extent = bigEndian(bytes);
    const std::uint32_t most = items ? kMaxItems : flat ? kMaxSide * kMaxSide : kMaxSide;
    if (extent < 1 || extent > most) fail(at, "an extent of 1 … " + number(most), number(extent));
    return extent;
  }

  // In bytes, of which each value has `width`. No overflow: the extents are capped, and each factor
  // only multiplies a product that is.
  std::size_t checkedSize(const std::vector<std::uint32_t>& extents, std::size_t width) {
    std::uint64_t size = width;
    for (const std::uint32_t extent : extents) {
      size *= extent;
      requireMemory(size, m_name);
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

std::optional<IdxHead> parseIdxHead(std::span<const char> bytes) {
  const std::span head(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  if (head.size() < kMagic || head[0] != 0 || head[1] != 0) return std::nullopt;
  const std::size_t dimensions = head[3];
  const bool known = (head[2] >= UnsignedByte && head[2] <= 14 && head[2] != 10);
  if (!known || dimensions < 1 || dimensions > kMostDimensions ||
      head.size() < kMagic + 4 * dimensions)
    return std::nullopt;
  IdxHead found{head[2], {}};
  for (std::size_t i = 0; i < dimensions; ++i)
    found.extents.push_back(bigEndian(head.subspan(kMagic + 4 * i, 4)));
  return found;
}

IdxImages readIdxImages(const std::filesystem::path& file, const DataReading& reading) {
  return IdxReader(file).readImages(reading);
}

IdxLabels readIdxLabels(const std::filesystem::path& file) { return IdxReader(file).readLabels(); }

Dataset joinIdx(IdxImages images, const std::filesystem::path& imageFile, IdxLabels labels,
                const std::filesystem::path& labelFile, int classes) {
  const auto count = static_cast<std::size_t>(images.count);
  if (count != labels.values.size()) {
    throw Error(labelFile.string() + ", byte 4: expected " + number(count) +
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
  set.height = images.shape.height;
  set.width = images.shape.width;
  set.channels = images.shape.channels;
  set.classes = classes;
  set.pixels = std::move(images.values);
  set.labels = std::move(labels.values);
  return set;
}

}  // namespace inkling
