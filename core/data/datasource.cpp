// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/datasource.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/filetype.h"
#include "core/data/catalogue.h"
#include "core/data/classnames.h"
#include "core/data/dataformat.h"
#include "core/data/drawbyclass.h"
#include "core/data/fingerprint.h"
#include "core/data/mending.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <numeric>
#include <optional>

namespace inkling {
namespace {

[[noreturn]] void refuseUnknown(const DataPlace& place) {
  std::string formats;
  for (const DataFormat& format : dataFormats())
    formats += (formats.empty() ? "" : ", ") + std::string(format.name);
  const std::string name = place.path.string();
  if (place.folder)
    throw Error("Nothing in " + name + " is a data set that Inkling reads (" + formats + ").");
  if (place.head.empty()) throw Error(name + " is empty, or its compressed data are damaged.");
  requireType(place.head, "a data set", name);
  throw Error(name + " is no data set that Inkling reads (" + formats + ").");
}

std::string sizeText(const Dataset& set) {
  const std::string size = std::to_string(set.height) + "×" + std::to_string(set.width);
  return set.channels == 1 ? size : size + "×" + std::to_string(set.channels);
}

int mostLabel(const Dataset& set) {
  return set.labels.empty() ? -1 : static_cast<int>(std::ranges::max(set.labels));
}

/// Names of all classes; throws Error if there are too many or too few.
std::vector<std::string> namesFor(const FoundData& found, const std::string& name) {
  const int most = std::max(mostLabel(found.train), mostLabel(found.test));
  if (most >= kMostClasses)
    throw Error(name + " has a label of " + std::to_string(most) + "; there may be labels of 0 … " +
                std::to_string(kMostClasses - 1) + ".");
  if (found.classNames.empty()) return numberNames(std::max(most + 1, 2));
  if (most >= static_cast<int>(found.classNames.size()))
    throw Error(name + " has a label of " + std::to_string(most) + ", but names of " +
                std::to_string(found.classNames.size()) + " classes.");
  return found.classNames;
}

void requireUsable(const FoundData& found, const std::string& name) {
  if (found.train.count() == 0) throw Error(name + " has no images.");
  if (found.train.width > kMostPixelsASide || found.train.height > kMostPixelsASide)
    throw Error(name + " has images of " + sizeText(found.train) +
                " pixels; a side may have up to " + std::to_string(kMostPixelsASide) + ".");
  if (found.test.count() > 0 && found.test.shape() != found.train.shape())
    throw Error(name + " has training images of " + sizeText(found.train) +
                " pixels, but test images of " + sizeText(found.test) + ".");
}

/// Sets a tenth of the training images aside for testing.
void drawTest(FoundData& found, const std::string& name) {
  constexpr int kShare = 10;
  constexpr std::uint64_t kSeed = 1;
  const Dataset& all = found.train;
  if (all.count() < 2) throw Error(name + " has one image only, and there are none for testing.");
  std::vector<std::uint32_t> positions(static_cast<std::size_t>(all.count()));
  std::iota(positions.begin(), positions.end(), 0U);
  const int count = std::max(1, (all.count() + kShare / 2) / kShare);
  const DrawnByClass parts = drawByClass(all, positions, count, kSeed);
  found.test = imagesAt(all, parts.drawn);
  found.train = imagesAt(all, parts.left);
}

DataSource sourceOf(FoundData found, const DataMending& mending, const std::string& name) {
  requireUsable(found, name);
  found.classNames = namesFor(found, name);
  found.train.classes = found.test.classes = static_cast<int>(found.classNames.size());
  DataSource source;
  source.testDrawn = found.test.count() == 0;
  if (source.testDrawn) drawTest(found, name);
  mendData(found, mending, name);
  source.title = std::move(found.title);
  source.notes = std::move(found.notes);
  source.classNames = std::move(found.classNames);
  source.train = std::make_shared<const Dataset>(std::move(found.train));
  source.test = std::make_shared<const Dataset>(std::move(found.test));
  source.fingerprint = fingerprint(source);
  return source;
}

/// What was loaded from where; nothing of the images.
class KnownFormats {
public:
  using Time = std::filesystem::file_time_type;

  std::optional<ImageFormat> find(const MendedSet& images) {
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.find(images);
    if (known == m_known.end() || known->second.written != writtenAt(images.set))
      return std::nullopt;
    return known->second.format;
  }
  void remember(const MendedSet& images, Time written, const ImageFormat& format) {
    const std::lock_guard lock(m_mutex);
    m_known.insert_or_assign(images, Known{written, format});
  }
  /// The latest of a file, or of a folder and what is in it.
  static Time writtenAt(const std::filesystem::path& place) {
    std::error_code unknown;
    Time latest = std::filesystem::last_write_time(place, unknown);
    if (fileKind(place) != FileKind::Folder) return latest;
    for (const std::filesystem::path& entry : entriesOf(place))
      latest = std::max(latest, std::filesystem::last_write_time(entry, unknown));
    return latest;
  }

private:
  struct Known {
    Time written;
    ImageFormat format;
  };
  std::mutex m_mutex;
  std::map<MendedSet, Known> m_known;  ///< by the place of the set
};

KnownFormats& knownFormats() {
  static KnownFormats formats;
  return formats;
}

}  // namespace

DataSource loadDataSource(const MendedSet& images, const std::filesystem::path& resources,
                          const DataReading& reading) {
  const DataPlace place = placeAt(findSet(images.set, resources));
  const auto written = KnownFormats::writtenAt(place.path);
  const DataFormat* const format = recognise(place);
  if (!format) refuseUnknown(place);
  if (auto choices = format->choices(place); choices.size() > 1)
    throw SeveralSets(place.path, std::move(choices));
  FoundData found = format->read(place, reading);
  if (found.title.empty()) found.title = setTitle(place.path);
  if (found.classNames.empty())
    if (const KnownSet* known = knownSet(place.path.filename().string()))
      found.classNames = known->classNames;
  DataSource source = sourceOf(std::move(found), images.mend, place.path.string());
  source.name = images.set;
  source.format = format->name;
  knownFormats().remember({place.path.string(), images.mend}, written, formatOf(*source.train));
  return source;
}

ImageFormat loadImageFormat(const MendedSet& images, const std::filesystem::path& resources,
                            const DataReading& reading) {
  const std::string place = findSet(images.set, resources).string();
  if (const auto known = knownFormats().find({place, images.mend})) return *known;
  return formatOf(*loadDataSource(images, resources, reading).train);
}

std::vector<std::filesystem::path> dataFiles(const std::string& nameOrPath,
                                             const std::filesystem::path& resources) {
  DataPlace place = placeAt(findSet(nameOrPath, resources));
  if (!place.folder) return {place.path};
  return std::move(place.entries);
}

}  // namespace inkling
