// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/picturepass.h"

#include "core/base/error.h"
#include "core/base/hugepages.h"
#include "core/base/memory.h"
#include "core/base/random.h"
#include "core/data/picturefit.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <mutex>
#include <numeric>
#include <thread>

namespace inkling {
namespace {

/// Whether so many coloured pictures make a set one of colour: more than one in fifty.
bool makeColour(int colourful, std::size_t of) {
  constexpr std::size_t kShare = 50;
  return static_cast<std::size_t>(colourful) * kShare > of;
}

/// No recipe's: training mixes the images once more, and the same order twice is none.
constexpr std::uint64_t kMixingSeed = 0x696E6B6C696E6721;
/// A larger side shows as this one.
constexpr int kSideRead = kMostPixelsASide + 1;

/// For pictures of that size, or of several.
PictureLayout layoutOf(const std::optional<Shape>& size, bool colour) {
  constexpr int kGreySide = 28;
  constexpr int kColourSide = 32;
  const int channels = colour ? 3 : 1;
  if (size && size->width <= kMostPixelsASide && size->height <= kMostPixelsASide)
    return {{size->height, size->width, channels}, false};
  const int side = colour ? kColourSide : kGreySide;
  return {{side, side, channels}, true};
}

void note(PictureTally& tally, const Raster& raster) {
  const Shape size{raster.height, raster.width, 1};
  if (tally.read++ == 0)
    tally.size = size;
  else if (tally.size != size)
    tally.size.reset();
  tally.colourful += isColourful(raster) ? 1 : 0;
  tally.deep += raster.deep ? 1 : 0;
}

/// What of two halves is true of both; `b` is of pictures that come later.
void merge(PictureTally& a, const PictureTally& b) {
  if (a.read == 0)
    a.size = b.size;
  else if (b.read > 0 && a.size != b.size)
    a.size.reset();
  a.read += b.read;
  a.colourful += b.colourful;
  a.deep += b.deep;
  a.unread += b.unread;
}

Raster inLayout(Raster raster, const PictureLayout& layout) {
  if (layout.shape.channels == 1) raster = greyOf(std::move(raster));
  if (layout.fitted) raster = fitted(raster, layout.shape.width, layout.shape.height);
  return raster;
}

/// Into the pixels of one image; a grey picture in a set of colour has three equal channels.
void put(const Raster& raster, std::span<std::uint8_t> pixels) {
  const std::size_t times = pixels.size() / raster.pixels.size();
  for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = raster.pixels[i / times];
}

/// One of the two parts, whose images are put to their places in any order.
class PicturePart {
public:
  PicturePart(int count, const PictureLayout& layout, bool mixed) {
    m_set.width = layout.shape.width;
    m_set.height = layout.shape.height;
    m_set.channels = layout.shape.channels;
    resizeOnHugePages(m_set.pixels, static_cast<std::size_t>(count) * size());
    m_set.labels.assign(static_cast<std::size_t>(count), kNoClass);
    m_places.resize(static_cast<std::size_t>(count));
    std::iota(m_places.begin(), m_places.end(), 0U);
    if (mixed) m_places = shuffled(static_cast<std::uint32_t>(count), kMixingSeed, 0);
  }

  void put(int number, const Raster& raster, Label label) {
    const std::size_t place = m_places[static_cast<std::size_t>(number)];
    inkling::put(raster, std::span(m_set.pixels).subspan(place * size(), size()));
    m_set.labels[place] = label;
  }

  /// Without the places that were left free.
  Dataset take() {
    std::size_t to = 0;
    for (std::size_t from = 0; from < m_set.labels.size(); ++from) {
      if (m_set.labels[from] == kNoClass) continue;
      if (to != from) {
        const auto image = m_set.pixels.begin() + static_cast<std::ptrdiff_t>(from * size());
        std::copy_n(image, size(), m_set.pixels.begin() + static_cast<std::ptrdiff_t>(to * size()));
        m_set.labels[to] = m_set.labels[from];
      }
      ++to;
    }
    m_set.labels.resize(to);
    m_set.pixels.resize(to * size());
    return std::move(m_set);
  }

private:
  std::size_t size() const { return static_cast<std::size_t>(m_set.shape().size()); }

  Dataset m_set;
  std::vector<std::uint32_t> m_places;
};

class PassReader {
public:
  PassReader(const PictureList& list, const PictureLayout& layout, const DataReading& reading)
      : m_list(list),
        m_layout(layout),
        m_reading(reading),
        m_train(countOf(false), layout, list.byClass),
        m_test(countOf(true), layout, list.byClass) {
    int train = 0;
    int test = 0;
    for (const PictureList::Entry& entry : list.entries)
      m_numbers.push_back(entry.test ? test++ : train++);
  }

  PicturePass read() {
    const std::size_t others = std::clamp(std::thread::hardware_concurrency(), 1U, 16U) - 1;
    std::vector<std::future<PictureTally>> helpers;
    for (std::size_t i = 0; i < others; ++i)
      helpers.push_back(std::async(std::launch::async | std::launch::deferred, [this] {
        return work(DataReading{.pictures = m_reading.pictures, .cancel = m_reading.cancel});
      }));
    PictureTally tally = work(m_reading);
    for (auto& helper : helpers) merge(tally, helper.get());
    if (m_firstUnread < m_list.entries.size()) tally.whyUnread = m_whyUnread;
    if (!m_over) return {m_train.take(), m_test.take(), tally, tally.layout()};
    // Of what was seen, only what ended it is known of all.
    const Shape& shape = m_layout.shape;
    const bool colour = m_colour || shape.channels == 3;
    const bool fitted = m_layout.fitted || m_otherSize;
    return {{}, {}, tally, layoutOf(fitted ? std::nullopt : std::optional(shape), colour)};
  }

private:
  int countOf(bool test) const {
    return static_cast<int>(std::ranges::count(m_list.entries, test, &PictureList::Entry::test));
  }

  /// Until there are no more, or it makes no sense to go on.
  PictureTally work(const DataReading& reading) {
    constexpr std::size_t kAtOnce = 16;
    const std::size_t count = m_list.entries.size();
    PictureTally tally;
    try {
      for (std::size_t from = 0; !m_over && (from = m_next.fetch_add(kAtOnce)) < count;) {
        reading.proceed(static_cast<double>(from) / static_cast<double>(count));
        for (std::size_t i = from; i < std::min(count, from + kAtOnce); ++i) readOne(i, tally);
      }
    } catch (...) {
      m_over = true;
      throw;
    }
    return tally;
  }

  void readOne(std::size_t index, PictureTally& tally) {
    const PictureList::Entry& entry = m_list.entries[index];
    Raster raster;
    try {
      raster = readPicture(*m_reading.pictures, entry.file, kSideRead);
    } catch (const Error& error) {
      ++tally.unread;
      noteUnread(index, error.what());
      return;
    }
    note(tally, raster);
    if (!suits(raster)) {
      m_over = true;
      return;
    }
    raster = inLayout(std::move(raster), m_layout);
    (entry.test ? m_test : m_train).put(m_numbers[index], raster, entry.label);
  }

  bool suits(const Raster& raster) {
    const Shape& shape = m_layout.shape;
    if (!m_layout.fitted && (raster.width != shape.width || raster.height != shape.height))
      m_otherSize = true;
    if (shape.channels == 1 && isColourful(raster) &&
        makeColour(++m_colourful, m_list.entries.size()))
      m_colour = true;
    return !m_otherSize && !m_colour;
  }

  void noteUnread(std::size_t index, const char* why) {
    const std::lock_guard lock(m_mutex);
    if (index >= m_firstUnread) return;
    m_firstUnread = index;
    m_whyUnread = why;
  }

  const PictureList& m_list;
  const PictureLayout& m_layout;
  const DataReading& m_reading;
  PicturePart m_train;
  PicturePart m_test;
  std::vector<int> m_numbers;  ///< of the entries, in their part
  std::atomic<std::size_t> m_next = 0;
  std::atomic<bool> m_over = false;
  std::atomic<bool> m_otherSize = false;
  std::atomic<bool> m_colour = false;
  std::atomic<int> m_colourful = 0;
  std::mutex m_mutex;
  std::size_t m_firstUnread = static_cast<std::size_t>(-1);
  std::string m_whyUnread;
};

}  // namespace

PictureLayout PictureTally::layout() const {
  return layoutOf(size, makeColour(colourful, static_cast<std::size_t>(read + unread)));
}

PictureTally probePictures(const PictureList& list, const DataReading& reading) {
  constexpr std::size_t kProbed = 32;
  PictureTally tally;
  const std::size_t step = std::max<std::size_t>(1, list.entries.size() / kProbed);
  for (std::size_t i = 0; i < list.entries.size(); i += step) {
    reading.proceed(0);
    try {
      note(tally, readPicture(*reading.pictures, list.entries[i].file, kSideRead));
    } catch (const Error&) {
      ++tally.unread;
    }
  }
  return tally;
}

PicturePass readAllPictures(const PictureList& list, const PictureLayout& layout,
                            const DataReading& reading) {
  requireMemory(list.entries.size() * static_cast<std::size_t>(layout.shape.size()),
                std::to_string(list.entries.size()) + " pictures");
  return PassReader(list, layout, reading).read();
}

}  // namespace inkling
