// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/cifarset.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/hugepages.h"
#include "core/base/memory.h"
#include "core/base/readfile.h"
#include "core/data/classnames.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace inkling {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPlane = 32 * 32;
constexpr std::size_t kChannels = 3;
constexpr std::size_t kImage = kPlane * kChannels;

/// One of the two sets.
struct Cifar {
  const char* title;
  std::size_t labels;  ///< a record begins with so many; the last one counts
  int classes;
  int coarse;  ///< the first of two labels is below that
  const char* names;
  std::size_t record() const { return labels + kImage; }
};

constexpr Cifar kCifar10{"CIFAR-10", 1, 10, 0, "batches.meta.txt"};
constexpr Cifar kCifar100{"CIFAR-100", 2, 100, 20, "fine_label_names.txt"};

bool areLabels(std::span<const char> record, const Cifar& cifar) {
  const auto label = [&](std::size_t i) { return static_cast<unsigned char>(record[i]); };
  return label(cifar.labels - 1) < cifar.classes && (cifar.labels == 1 || label(0) < cifar.coarse);
}

/// By its size and the labels of its first records.
bool isCifar(const fs::path& file, const Cifar& cifar) {
  constexpr std::size_t kLooked = 50;
  FileReader reader(file);
  const std::size_t record = cifar.record();
  if (reader.size() == 0 || reader.size() % record != 0) return false;
  std::vector<char> bytes(std::min<std::size_t>(reader.size(), kLooked * record));
  if (reader.read(bytes) < bytes.size()) return false;
  for (std::size_t at = 0; at < bytes.size(); at += record)
    if (!areLabels(std::span(bytes).subspan(at, record), cifar)) return false;
  return true;
}

const Cifar* cifarOf(const fs::path& file) {
  if (fileKind(file) != FileKind::File) return nullptr;
  if (isCifar(file, kCifar10)) return &kCifar10;
  return isCifar(file, kCifar100) ? &kCifar100 : nullptr;
}

/// Of a folder's files, not to open a million pictures.
const Cifar* cifarIn(const fs::path& entry) {
  return lowerExtension(entry) == ".bin" ? cifarOf(entry) : nullptr;
}

bool isForTesting(const fs::path& file) {
  std::string name = file.filename().string();
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
  return name.find("test") != std::string::npos;
}

/// The files of the set, all of one kind.
struct CifarFiles {
  const Cifar* cifar = nullptr;
  std::vector<fs::path> train;
  std::vector<fs::path> test;
};

CifarFiles filesOf(const DataPlace& place) {
  if (!place.folder) return {cifarOf(place.path), {place.path}, {}};
  CifarFiles files;
  for (const fs::path& entry : place.entries) {
    const Cifar* const cifar = cifarIn(entry);
    if (!cifar) continue;
    if (files.cifar && files.cifar != cifar)
      throw Error(place.path.string() +
                  " holds files of CIFAR-10 and of CIFAR-100: put them into "
                  "two folders.");
    files.cifar = cifar;
    (isForTesting(entry) ? files.test : files.train).push_back(entry);
  }
  if (files.train.empty()) std::swap(files.train, files.test);
  return files;
}

std::uint64_t recordsIn(const std::vector<fs::path>& files, const Cifar& cifar) {
  std::uint64_t records = 0;
  for (const fs::path& file : files) records += FileReader(file).size() / cifar.record();
  return records;
}

class CifarPart {
public:
  CifarPart(const Cifar& cifar, const std::vector<fs::path>& files) : m_cifar(cifar) {
    const std::uint64_t records = recordsIn(files, cifar);
    requireMemory(records * kImage, files.empty() ? cifar.title : files.front().string());
    m_set.width = m_set.height = 32;
    m_set.channels = static_cast<int>(kChannels);
    resizeOnHugePages(m_set.pixels, static_cast<std::size_t>(records) * kImage);
  }

  void read(const fs::path& file, const DataReading& reading) {
    constexpr std::size_t kAtOnce = 500;
    FileReader reader(file);
    const std::size_t record = m_cifar.record();
    std::vector<char> bytes(kAtOnce * record);
    for (std::size_t count = 0; (count = reader.read(bytes)) > 0;) {
      reading.proceed(static_cast<double>(m_set.labels.size() * kImage) /
                      static_cast<double>(m_set.pixels.size()));
      for (std::size_t at = 0; at < count; at += record)
        take(std::span(bytes).subspan(at, std::min(record, count - at)), file);
    }
  }

  Dataset take() {
    m_set.pixels.resize(m_set.labels.size() * kImage);
    return std::move(m_set);
  }

private:
  void take(std::span<const char> record, const fs::path& file) {
    const std::size_t number = m_set.labels.size();
    if (record.size() < m_cifar.record() || (number + 1) * kImage > m_set.pixels.size())
      throw Error(file.string() + " changes while it is read.");
    if (!areLabels(record, m_cifar))
      throw Error(file.string() + ": image " + std::to_string(number + 1) +
                  " of its part has a label of " +
                  std::to_string(static_cast<unsigned char>(record[m_cifar.labels - 1])) +
                  "; there are labels of 0 … " + std::to_string(m_cifar.classes - 1) + ".");
    m_set.labels.push_back(static_cast<unsigned char>(record[m_cifar.labels - 1]));
    std::uint8_t* const pixels = m_set.pixels.data() + number * kImage;
    for (std::size_t i = 0; i < kImage; ++i)
      pixels[i % kPlane * kChannels + i / kPlane] =
          static_cast<std::uint8_t>(record[m_cifar.labels + i]);
  }

  const Cifar& m_cifar;
  Dataset m_set;
};

Dataset readCifarPart(const Cifar& cifar, const std::vector<fs::path>& files,
                      const DataReading& reading) {
  CifarPart part(cifar, files);
  for (const fs::path& file : files) part.read(file, reading);
  return part.take();
}

/// Of CIFAR-10 they are known.
std::vector<std::string> cifarNames(const Cifar& cifar, const fs::path& folder) {
  std::vector<std::string> names = namesInFile(folder / cifar.names);
  if (!names.empty() && names.size() != static_cast<std::size_t>(cifar.classes))
    throw Error((folder / cifar.names).string() + ": expected the names of " +
                std::to_string(cifar.classes) + " classes, found " + std::to_string(names.size()) +
                ".");
  if (!names.empty()) return names;
  if (cifar.classes == kCifar10.classes)
    return {"airplane", "automobile", "bird",  "cat",  "deer",
            "dog",      "frog",       "horse", "ship", "truck"};
  return numberNames(cifar.classes);
}

}  // namespace

bool recognisesCifar(const DataPlace& place) {
  if (!place.folder) return cifarOf(place.path) != nullptr;
  return std::ranges::any_of(place.entries,
                             [](const fs::path& file) { return cifarIn(file) != nullptr; });
}

std::vector<DataChoice> cifarChoices(const DataPlace&) { return {}; }

FoundData readCifar(const DataPlace& place, const DataReading& reading) {
  const CifarFiles files = filesOf(place);
  if (!files.cifar) throw Error(place.path.string() + " changes while it is read.");
  FoundData found;
  const fs::path folder = place.folder                   ? place.path
                          : place.path.has_parent_path() ? place.path.parent_path()
                                                         : fs::path(".");
  found.title = files.cifar->title;
  found.classNames = cifarNames(*files.cifar, folder);
  found.train = readCifarPart(*files.cifar, files.train, reading);
  found.test = readCifarPart(*files.cifar, files.test, {.cancel = reading.cancel});
  return found;
}

}  // namespace inkling
