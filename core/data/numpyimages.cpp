// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/numpyimages.h"

#include "core/base/error.h"
#include "core/base/extents.h"
#include "core/base/hugepages.h"
#include "core/base/labels.h"
#include "core/data/flatcolour.h"

#include <algorithm>

namespace inkling {
namespace {

constexpr std::size_t kValuesAtOnce = std::size_t{1} << 20;

/// Where in an image, in C order, the values of one in Fortran order belong.
std::vector<std::uint32_t> columnMajorOffsets(std::span<const int> extents) {
  std::size_t size = 1;
  for (const int extent : extents) size *= static_cast<std::size_t>(extent);
  std::vector<std::uint32_t> offsets(size);
  for (std::size_t i = 0; i < size; ++i) {
    std::size_t rest = i;
    std::size_t stride = size;
    for (const int extent : extents) {
      const auto many = static_cast<std::size_t>(extent);
      stride /= many;
      offsets[i] += static_cast<std::uint32_t>(rest % many * stride);
      rest /= many;
    }
  }
  return offsets;
}

/// Calls use(position of the first, values) for all values of an array, in stretches.
template <typename Use>
void forStretches(ArrayReader& reader, const DataReading& reading, const Use& use) {
  std::vector<float> values(std::min<std::uint64_t>(reader.count(), kValuesAtOnce));
  for (std::uint64_t at = 0; at < reader.count(); at += values.size()) {
    reading.proceed(static_cast<double>(at) / static_cast<double>(reader.count()));
    const auto some =
        std::span(values).first(std::min<std::uint64_t>(values.size(), reader.count() - at));
    reader.readFloats(some);
    use(at, std::span<const float>(some));
  }
}

bool isColour(int channels) { return channels == 1 || channels == 3; }

}  // namespace

NumpyImages::NumpyImages(ArrayPlace place) : m_place(std::move(place)), m_name(m_place.text()) {
  const ArrayReader reader(m_place);
  m_isBytes = reader.isBytes();
  setShape(reader.header().shape);
  if (reader.header().fortranOrder)
    m_offsets = columnMajorOffsets(std::span(reader.header().shape).subspan(1));
}

std::uint64_t NumpyImages::bytes() const {
  return static_cast<std::uint64_t>(m_count) * static_cast<std::uint64_t>(m_shape.size());
}

void NumpyImages::setShape(const std::vector<int>& extents) {
  const auto refuse = [&](const std::string& expected) {
    throw Error(m_name + ": expected " + expected + ", found an array of " + shapeText(extents) +
                ".");
  };
  if (extents.size() < 2 || extents.size() > 4) refuse("images in 2 to 4 dimensions");
  if (extents[0] > kMostImages) refuse("at most " + std::to_string(kMostImages) + " images");
  m_count = extents[0];
  m_flat = extents.size() == 2;
  if (m_flat) {
    const auto shape = flatShape(static_cast<std::uint64_t>(extents[1]));
    if (!shape) refuse("as many values as a square has pixels, or three times as many");
    m_shape = *shape;
  } else if (extents.size() == 3) {
    m_shape = {extents[1], extents[2], 1};
  } else {
    if (!isColour(extents[3]) && !isColour(extents[1])) refuse("1 or 3 channels");
    m_channelsFirst = !isColour(extents[3]);
    m_shape = m_channelsFirst ? Shape{extents[2], extents[3], extents[1]}
                              : Shape{extents[1], extents[2], extents[3]};
  }
  const auto fits = [](int side) { return side >= 1 && side <= kMostPixelsASide; };
  if (!fits(m_shape.height) || !fits(m_shape.width))
    refuse("images of 1 … " + std::to_string(kMostPixelsASide) + " pixels a side");
}

PixelRange NumpyImages::readRange(const DataReading& reading) {
  ArrayReader reader(m_place);
  PixelRange range;
  if (!m_isBytes) {
    forStretches(reader, reading,
                 [&](std::uint64_t, std::span<const float> values) { range.add(values); });
    return range;
  }
  resizeOnHugePages(m_pixels, bytes());
  std::vector<std::uint8_t> stretch;
  for (std::uint64_t at = 0; at < bytes(); at += kValuesAtOnce) {
    reading.proceed(static_cast<double>(at) / static_cast<double>(bytes()));
    const std::size_t count = std::min<std::uint64_t>(kValuesAtOnce, bytes() - at);
    std::span<std::uint8_t> values = std::span(m_pixels).subspan(at, count);
    if (!m_offsets.empty()) {
      stretch.resize(count);
      values = stretch;
    }
    reader.readBytes({reinterpret_cast<char*>(values.data()), values.size()});
    range.add(std::span<const std::uint8_t>(values));
    if (!m_offsets.empty()) place(at, values);
  }
  return range;
}

std::vector<std::uint8_t> NumpyImages::readPixels(const PixelScale& scale,
                                                  const DataReading& reading) {
  if (m_isBytes) {
    scale.apply(m_pixels);
  } else {
    ArrayReader reader(m_place);
    resizeOnHugePages(m_pixels, bytes());
    std::vector<std::uint8_t> stretch;
    forStretches(reader, reading, [&](std::uint64_t at, std::span<const float> values) {
      stretch.resize(values.size());
      std::ranges::transform(values, stretch.begin(),
                             [&](float value) { return scale.toByte(value); });
      place(at, stretch);
    });
  }
  if (m_channelsFirst) putChannelsLast(m_pixels, m_shape);
  return std::move(m_pixels);
}

void NumpyImages::place(std::uint64_t at, std::span<const std::uint8_t> values) {
  if (m_offsets.empty()) {
    std::ranges::copy(values, m_pixels.begin() + static_cast<std::ptrdiff_t>(at));
    return;
  }
  const auto count = static_cast<std::size_t>(m_count);
  const std::size_t size = m_offsets.size();
  std::size_t image = at % count;
  std::size_t in = at / count;
  for (const std::uint8_t value : values) {
    m_pixels[image * size + m_offsets[in]] = value;
    if (++image < count) continue;
    image = 0;
    ++in;
  }
}

}  // namespace inkling
