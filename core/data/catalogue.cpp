// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/catalogue.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/hugepages.h"
#include "core/base/labels.h"
#include "core/base/readfile.h"
#include "core/base/utf8.h"
#include "core/data/drawbyclass.h"
#include "core/data/fingerprint.h"
#include "core/data/idx.h"
#include "core/data/idxfolder.h"

#include <algorithm>
#include <cstdlib>
#include <future>
#include <numeric>
#include <optional>
#include <sstream>

namespace inkling {
namespace {

// What the files themselves do not say.
struct KnownSet {
  const char* name;
  const char* title;
  std::vector<std::string> classes;
};

const std::vector<KnownSet>& knownSets() {
  static const std::vector<KnownSet> kSets = {
      {"mnist", "MNIST", {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}},
      {"fashion-mnist",
       "Fashion-MNIST",
       {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
        "Ankle boot"}},
      {"kmnist",
       "Kuzushiji-MNIST",
       {"お o", "き ki", "す su", "つ tsu", "な na", "は ha", "ま ma", "や ya", "れ re", "を wo"}},
  };
  return kSets;
}

const KnownSet* knownSet(const std::string& name) {
  const auto found = std::ranges::find(knownSets(), name, &KnownSet::name);
  return found == knownSets().end() ? nullptr : &*found;
}

std::string folderName(const std::filesystem::path& folder) {
  return (folder.has_filename() ? folder : folder.parent_path()).filename().string();
}

std::string titleOf(const std::filesystem::path& folder) {
  const std::string name = folderName(folder);
  const KnownSet* known = knownSet(name);
  return known ? known->title : name;
}

// Where data sets may be installed: below the datasets folder of each of these.
std::vector<std::filesystem::path> dataFolders(const std::filesystem::path& resources) {
  std::vector<std::filesystem::path> folders = {resources};
  const char* variable =
      std::getenv("XDG_DATA_DIRS");  // NOLINT(concurrency-mt-unsafe): never set here
  std::istringstream list(variable ? variable : "");
  for (std::string folder; std::getline(list, folder, ':');)
    if (!folder.empty()) folders.emplace_back(folder);
  folders.emplace_back("/usr/local/share");
  folders.emplace_back("/usr/share");
  return folders;
}

// Names from classes.txt, one a line, if the folder has it; else what is known of the set; else
// digits.
std::vector<std::string> classNames(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "classes.txt";
  if (!isThere(file)) {
    const KnownSet* known = knownSet(folderName(folder));
    return (known ? *known : knownSets().front()).classes;
  }
  constexpr std::size_t kMaxSize = 1 << 18;
  const std::vector<char> bytes = readFile(file, kMaxSize);
  const std::string_view text = withoutMark({bytes.data(), bytes.size()});
  if (!isUtf8(text)) throw Error(file.string() + ": expected class names in UTF-8.");
  std::istringstream lines{std::string(text)};
  std::vector<std::string> names;
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) names.push_back(line);
  }
  if (names.size() < 2 || names.size() > kMostClasses) {
    throw Error(file.string() + ": expected 2 … " + std::to_string(kMostClasses) +
                " lines, a class name in each, found " + std::to_string(names.size()) + ".");
  }
  return names;
}

void requireSameSize(const Dataset& train, const Dataset& test, const IdxFiles& files) {
  if (train.width == test.width && train.height == test.height) return;
  const auto size = [](const Dataset& set) {
    return std::to_string(set.height) + "×" + std::to_string(set.width);
  };
  throw Error(files.testImages.string() + ", byte 8: expected images of " + size(train) +
              " as in " + files.trainImages.string() + ", found " + size(test) + ".");
}

/// Reads images and labels side by side, from the beginning on.
struct PartReader {
  PartReader(std::filesystem::path imagesFrom, std::filesystem::path labelsFrom)
      : imageFile(std::move(imagesFrom)),
        labelFile(std::move(labelsFrom)),
        images(std::async(kSomehow, readIdxImages, imageFile)),
        labels(std::async(kSomehow, readIdxLabels, labelFile)) {}

  std::shared_ptr<const Dataset> join(int classes) {
    return std::make_shared<const Dataset>(
        joinIdx(images.get(), imageFile, labels.get(), labelFile, classes));
  }

  static constexpr auto kSomehow = std::launch::async | std::launch::deferred;
  std::filesystem::path imageFile;
  std::filesystem::path labelFile;
  std::future<IdxImages> images;
  std::future<IdxLabels> labels;
};

std::shared_ptr<const Dataset> chosen(const Dataset& set, const std::vector<std::uint32_t>& which) {
  auto part = std::make_shared<Dataset>();
  part->width = set.width;
  part->height = set.height;
  part->channels = set.channels;
  part->classes = set.classes;
  const auto size = static_cast<std::size_t>(set.shape().size());
  resizeOnHugePages(part->pixels, which.size() * size);
  for (std::size_t i = 0; i < which.size(); ++i) {
    std::ranges::copy(set.image(static_cast<int>(which[i])), part->pixels.data() + i * size);
    part->labels.push_back(set.labels[which[i]]);
  }
  return part;
}

/// Sets a tenth of the training images aside for testing.
void drawTest(DataSource& source, const std::filesystem::path& file) {
  constexpr int kShare = 10;
  constexpr std::uint64_t kSeed = 1;
  const Dataset& all = *source.train;
  if (all.count() < 2)
    throw Error(file.string() + " has one image only, and there are none for testing.");
  std::vector<std::uint32_t> positions(static_cast<std::size_t>(all.count()));
  std::iota(positions.begin(), positions.end(), 0U);
  const int count = std::max(1, (all.count() + kShare / 2) / kShare);
  const DrawnByClass parts = drawByClass(all, positions, count, kSeed);
  source.test = chosen(all, parts.drawn);
  source.train = chosen(all, parts.left);
  source.testDrawn = true;
}

DataSource loadFolder(const std::filesystem::path& folder) {
  const IdxFiles files = findIdxFiles(folder);
  PartReader train(files.trainImages, files.trainLabels);
  std::optional<PartReader> test;
  if (!files.testImages.empty()) test.emplace(files.testImages, files.testLabels);
  DataSource source;
  source.title = titleOf(folder);
  source.classNames = classNames(folder);
  source.train = train.join(source.classes());
  if (test) {
    source.test = test->join(source.classes());
    requireSameSize(*source.train, *source.test, files);
  } else {
    drawTest(source, files.trainImages);
  }
  source.fingerprint = fingerprint(source);
  return source;
}

std::filesystem::path findFolder(const std::string& nameOrFolder,
                                 const std::filesystem::path& resources) {
  std::string names;
  for (const CatalogueEntry& entry : catalogue(resources)) {
    if (entry.name == nameOrFolder) return entry.folder;
    names += (names.empty() ? "" : ", ") + entry.name;
  }
  if (fileKind(nameOrFolder) == FileKind::Folder) return nameOrFolder;
  throw Error("\"" + nameOrFolder + "\" is neither a folder nor a data set of this machine" +
              (names.empty() ? " (none were found)." : " (" + names + ")."));
}

// What others installed and this user may not read is not offered.
std::vector<std::filesystem::path> readableEntries(const std::filesystem::path& folder) {
  try {
    return entriesOf(folder);
  } catch (const Error&) {
    return {};
  }
}

bool isReadableSet(const std::filesystem::path& folder) {
  try {
    return hasIdxFiles(folder);
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

std::vector<CatalogueEntry> catalogue(const std::filesystem::path& resources) {
  std::vector<CatalogueEntry> entries;
  for (const std::filesystem::path& parent : dataFolders(resources)) {
    for (const std::filesystem::path& folder : readableEntries(parent / "datasets")) {
      const std::string name = folder.filename().string();
      const bool known = std::ranges::find(entries, name, &CatalogueEntry::name) != entries.end();
      if (!known && isReadableSet(folder)) entries.push_back({name, titleOf(folder), folder});
    }
  }
  std::ranges::sort(entries, {}, [](const CatalogueEntry& entry) {
    return std::pair(entry.name != "mnist", entry.name);
  });
  return entries;
}

DataSource loadDataSource(const std::string& nameOrFolder, const std::filesystem::path& resources) {
  DataSource source = loadFolder(findFolder(nameOrFolder, resources));
  source.name = nameOrFolder;
  return source;
}

std::vector<std::filesystem::path> dataFiles(const std::string& nameOrFolder,
                                             const std::filesystem::path& resources) {
  const std::filesystem::path folder = findFolder(nameOrFolder, resources);
  const IdxFiles files = findIdxFiles(folder);
  return {files.trainImages, files.trainLabels, files.testImages, files.testLabels,
          folder / "classes.txt"};
}

ImageFormat loadImageFormat(const std::string& nameOrFolder,
                            const std::filesystem::path& resources) {
  const std::filesystem::path folder = findFolder(nameOrFolder, resources);
  const auto extents = readIdxExtents(findIdxFiles(folder).trainImages);
  return {{static_cast<int>(extents[1]), static_cast<int>(extents[2]), 1},
          static_cast<int>(classNames(folder).size())};
}

}  // namespace inkling
