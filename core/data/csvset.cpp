// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/csvset.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/data/classnames.h"
#include "core/data/csvlabels.h"
#include "core/data/csvrows.h"
#include "core/data/emnist.h"
#include "core/data/flatcolour.h"
#include "core/data/partname.h"

#include <algorithm>
#include <map>
#include <optional>

namespace inkling {
namespace {

std::string nameOfFile(const std::filesystem::path& file) { return file.filename().string(); }

bool isCsvName(const std::filesystem::path& file) {
  std::filesystem::path name = file.filename();
  if (lowerExtension(name) == ".gz") name = name.stem();
  const std::string extension = lowerExtension(name);
  return extension == ".csv" || extension == ".tsv";
}

bool isCsvFile(const std::filesystem::path& file) {
  return isCsvName(file) && fileKind(file) == FileKind::File && looksLikeCsv(headOf(file));
}

std::vector<std::filesystem::path> csvFilesOf(const std::vector<std::filesystem::path>& entries) {
  std::vector<std::filesystem::path> files;
  std::ranges::copy_if(entries, std::back_inserter(files), isCsvFile);
  return files;
}

std::string titleOfTable(const CsvFiles& files) {
  if (const KnownSet* known = knownSet(files.stem)) return known->title;
  return files.stem.empty() ? nameOfFile(files.train) : files.stem;
}

std::filesystem::path folderOf(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

/// A file whose name says what part it is has the others of its set beside it.
CsvFiles setOfTable(const std::filesystem::path& file) {
  const PartName name = partNameOf(nameOfFile(file));
  const CsvFiles alone{name.stem, file, {}, {}};
  if (name.part != PartName::Part::Train && name.part != PartName::Part::Test) return alone;
  std::vector<std::filesystem::path> files{file};
  for (const std::filesystem::path& entry : entriesOf(folderOf(file))) {
    const PartName other = partNameOf(nameOfFile(entry));
    if (other.stem == name.stem && other.part != name.part &&
        other.part != PartName::Part::Unsaid && isCsvFile(entry))
      files.push_back(entry);
  }
  return findCsvSets(files).front();
}

CsvFiles chosenTables(const DataPlace& place) {
  if (!place.folder) return setOfTable(place.path);
  return findCsvSets(csvFilesOf(place.entries)).at(0);
}

Dataset datasetOf(CsvImages& table, const PixelScale& scale, std::vector<Label> labels,
                  const DataReading& reading) {
  Dataset set;
  const Shape shape = table.layout().shape;
  set.height = shape.height;
  set.width = shape.width;
  set.channels = shape.channels;
  set.pixels = table.readPixels(scale, reading);
  set.labels = std::move(labels);
  return set;
}

/// The test table, unless it has no labels.
std::optional<CsvImages> testTableOf(const CsvFiles& files, const CsvLayout& like,
                                     const DataReading& reading, FoundData& found) {
  if (files.test.empty()) return std::nullopt;
  const CsvLayout layout = csvLayoutOf(files.test, reading, &like);
  if (layout.labelColumn >= 0) return CsvImages(files.test, layout);
  found.notes.push_back(nameOfFile(files.test) + " has no labels; it was left out.");
  return std::nullopt;
}

void readTables(const CsvFiles& files, const DataReading& reading, FoundData& found) {
  const CsvLayout layout = csvLayoutOf(files.train, reading);
  if (layout.labelColumn < 0)
    throw Error(files.train.string() + " has " + std::to_string(layout.columns) +
                " columns, the pixels of an image, but none of labels.");
  CsvImages train(files.train, layout);
  std::optional<CsvImages> test = testTableOf(files, layout, reading, found);
  PixelRange range = train.readRange(reading);
  if (test) range.add(test->readRange(reading));
  const PixelScale scale =
      train.labels().rows.empty() ? PixelScale{} : PixelScale::of(range, train.name());
  CsvClasses classes = classesOf(train, test ? &*test : nullptr);
  found.classNames = std::move(classes.names);
  found.train = datasetOf(train, scale, std::move(classes.train), reading);
  if (test) found.test = datasetOf(*test, scale, std::move(classes.test), reading);
  if (scale.changesBytes()) found.notes.push_back(scale.note());
  const std::string note = orderFlatColour(found.train, found.test);
  if (!note.empty()) found.notes.push_back(note);
}

/// What the names say of numbers: EMNIST, or a set that is known.
void nameClasses(const CsvFiles& files, FoundData& found) {
  const std::filesystem::path folder = folderOf(files.train);
  found.classNames = classNamesIn(folder);
  if (const std::optional<Emnist> emnist = emnistOf(files.stem, folder)) {
    if (found.classNames.empty()) found.classNames = emnist->classNames;
    turnEmnist(found.train, *emnist);
    turnEmnist(found.test, *emnist);
    found.notes.push_back("The images stand transposed in the files of EMNIST; they were turned.");
  }
  if (const KnownSet* known = knownSet(files.stem); known && found.classNames.empty())
    found.classNames = known->classNames;
}

}  // namespace

std::vector<CsvFiles> findCsvSets(const std::vector<std::filesystem::path>& files) {
  using Part = PartName::Part;
  std::map<std::string, CsvFiles> sets;
  std::vector<CsvFiles> found;
  for (const std::filesystem::path& file : files) {
    const PartName name = partNameOf(nameOfFile(file));
    if (name.part == Part::Unsaid) continue;
    CsvFiles& set = sets[name.stem];
    set.stem = name.stem;
    if (name.part == Part::Validation)
      set.leftOut.push_back(file);
    else if (std::filesystem::path& part = name.part == Part::Test ? set.test : set.train;
             part.empty())
      part = file;
  }
  for (const std::filesystem::path& file : files) {
    const PartName name = partNameOf(nameOfFile(file));
    if (name.part != Part::Unsaid) continue;
    const auto set = sets.find(name.stem);
    if (set != sets.end() && set->second.train.empty())
      set->second.train = file;
    else
      found.push_back({name.stem, file, {}, {}});
  }
  for (auto& [stem, set] : sets) {
    if (set.train.empty()) std::swap(set.train, set.test);
    if (set.train.empty()) std::swap(set.train, set.leftOut.front());
    std::erase_if(set.leftOut, [](const auto& file) { return file.empty(); });
    found.push_back(std::move(set));
  }
  return found;
}

bool recognisesCsv(const DataPlace& place) {
  return place.folder ? std::ranges::any_of(place.entries, isCsvFile) : looksLikeCsv(place.head);
}

std::vector<DataChoice> csvChoices(const DataPlace& place) {
  std::vector<DataChoice> choices;
  if (!place.folder) return choices;
  for (const CsvFiles& files : findCsvSets(csvFilesOf(place.entries)))
    choices.push_back({titleOfTable(files), files.train});
  return choices;
}

FoundData readCsv(const DataPlace& place, const DataReading& reading) {
  const CsvFiles files = chosenTables(place);
  FoundData found;
  if (!place.folder) found.title = titleOfTable(files);
  readTables(files, reading, found);
  if (found.classNames.empty()) nameClasses(files, found);
  for (const std::filesystem::path& file : files.leftOut)
    found.notes.push_back(nameOfFile(file) + " is for validation; it was left out.");
  return found;
}

}  // namespace inkling
