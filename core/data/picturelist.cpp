// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/picturelist.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/grouped.h"
#include "core/base/utf8.h"
#include "core/data/naturalorder.h"
#include "core/data/picturelabels.h"
#include "core/data/picturenames.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace inkling {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLabelsName = "labels.csv";

enum class FolderPart { None, Train, Test, Validation };

FolderPart partOf(const fs::path& folder) {
  std::string name = folder.filename().string();
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto is = [&](std::initializer_list<const char*> words) {
    return std::ranges::find(words, name) != words.end();
  };
  if (is({"train", "training"})) return FolderPart::Train;
  if (is({"test", "testing"})) return FolderPart::Test;
  return is({"val", "valid", "validation", "dev"}) ? FolderPart::Validation : FolderPart::None;
}

PictureContent contentOf(const fs::path& folder) { return pictureContent(entriesOf(folder)); }

bool hasLabels(const fs::path& folder) { return isThere(folder / kLabelsName); }

std::string counted(int count, const char* one, const char* more) {
  return grouped(count) + " " + (count == 1 ? one : more);
}

/// Things of one kind that a note is about.
struct Counted {
  int count = 0;
  std::string first;
  void add(const fs::path& path) {
    if (count++ == 0) first = path.string();
  }
};

class PictureLister {
public:
  explicit PictureLister(const DataReading& reading) : m_reading(reading) {}

  PictureList list(const DataPlace& place) {
    m_name = place.path.string();
    fs::path folder = place.path;
    PictureContent content = pictureContent(place.entries);
    // What archives unpack is often a folder in a folder.
    constexpr int kMostAbove = 4;
    for (int i = 0; i < kMostAbove && !hasLabels(folder) && content.pictures.empty() &&
                    content.folders.size() == 1;
         ++i) {
      folder = content.folders.front();
      content = contentOf(folder);
    }
    const std::vector<fs::path> parts = partsIn(folder, content);
    if (parts.empty())
      takeSet(folder, std::move(content), FolderPart::Train);
    else
      takeParts(parts, content);
    return finish();
  }

private:
  /// The folders for training and testing, if that is what there is: they hold classes or labels,
  /// not pictures, unless "train" is a class of vehicles.
  std::vector<fs::path> partsIn(const fs::path& folder, const PictureContent& content) const {
    std::vector<fs::path> parts;
    if (hasLabels(folder)) return parts;
    for (const fs::path& each : content.folders) {
      if (partOf(each) == FolderPart::None) continue;
      const PictureContent inside = contentOf(each);
      if (hasLabels(each) || (!inside.folders.empty() && inside.pictures.empty()))
        parts.push_back(each);
    }
    return parts;
  }

  void takeParts(const std::vector<fs::path>& parts, const PictureContent& content) {
    std::set<FolderPart> there;
    for (const fs::path& part : parts) there.insert(partOf(part));
    for (const fs::path& folder : content.folders)
      if (std::ranges::find(parts, folder) == parts.end()) m_others.add(folder);
    for (const fs::path& picture : content.pictures) m_loose.add(picture);
    for (const fs::path& folder : parts) {
      FolderPart part = partOf(folder);
      if (part == FolderPart::Validation) {
        part = there.contains(FolderPart::Test) || !there.contains(FolderPart::Train)
                   ? FolderPart::Train
                   : FolderPart::Test;
        m_list.notes.push_back("The pictures in " + folder.filename().string() +
                               (part == FolderPart::Test ? " are used for testing."
                                                         : " are added to those to train on."));
      }
      if (!there.contains(FolderPart::Train) && !there.contains(FolderPart::Validation))
        part = FolderPart::Train;
      takeSet(folder, contentOf(folder), part);
    }
  }

  void takeSet(const fs::path& folder, PictureContent content, FolderPart part) {
    if (hasLabels(folder)) {
      takeLabelled(folder, std::move(content), part);
      return;
    }
    for (const fs::path& picture : content.pictures) m_loose.add(picture);
    for (const fs::path& each : content.folders) takeClass(each, part);
    m_list.byClass = true;
  }

  void takeLabelled(const fs::path& folder, PictureContent content, FolderPart part) {
    std::vector<fs::path> pictures = std::move(content.pictures);
    for (const fs::path& each : content.folders)
      for (fs::path& picture : contentOf(each).pictures) pictures.push_back(std::move(picture));
    const PictureLabels labels = readPictureLabels(folder / kLabelsName, pictures);
    for (const PictureLabels::Line& line : labels.lines) add(line.file, line.label, part);
    const std::string table = (folder / kLabelsName).string();
    if (labels.missing > 0) {
      const std::string sentence = table + " names " +
                                   counted(labels.missing, "picture that is", "pictures that are") +
                                   " not there, the first is " + labels.firstMissing + ".";
      if (labels.missing > static_cast<int>(labels.lines.size()) / 10) throw Error(sentence);
      m_list.notes.push_back(sentence);
    }
    if (labels.unlisted > 0)
      m_list.notes.push_back(counted(labels.unlisted, "picture is", "pictures are") +
                             " left out: " + table + " does not name " +
                             (labels.unlisted == 1 ? "it." : "them."));
  }

  /// The pictures in a folder and in those in it. Each real folder once: links may lead back.
  void takeClass(const fs::path& folder, FolderPart part) {
    const std::string name = folder.filename().string();
    if (!isUtf8(name))
      throw Error("The name of the folder " + folder.string() +
                  " is to be that of a class, but it is not UTF-8: rename it.");
    std::set<fs::path> seen;
    std::vector<fs::path> todo{folder};
    bool any = false;
    while (!todo.empty()) {
      m_reading.proceed(0);
      const fs::path at = std::move(todo.back());
      todo.pop_back();
      std::error_code unknown;
      if (!seen.insert(fs::canonical(at, unknown)).second) {
        m_again.add(at);
        continue;
      }
      PictureContent content = contentOf(at);
      if (at != folder && !content.pictures.empty()) m_nested.add(at);
      any = any || !content.pictures.empty();
      for (const fs::path& picture : content.pictures) add(picture, name, part);
      todo.insert(todo.end(), content.folders.rbegin(), content.folders.rend());
    }
    if (!any) m_empty.insert(name);
  }

  void add(const fs::path& file, const std::string& name, FolderPart part) {
    const auto [known, isNew] = m_numbers.emplace(name, m_list.classNames.size());
    if (isNew) m_list.classNames.push_back(name);
    if (m_list.classNames.size() > kMostClasses)
      throw Error(m_name + " has more than " + grouped(kMostClasses) +
                  " classes: a data set has 2 … " + grouped(kMostClasses) + ".");
    m_list.entries.push_back({file, static_cast<Label>(known->second), part == FolderPart::Test});
  }

  PictureList finish() {
    if (m_list.entries.empty() && m_loose.count > 0)
      throw Error(m_name +
                  " holds pictures, but nothing says what they show: put them into a folder for "
                  "each class, or add labels.csv with file name and label of each.");
    if (m_list.entries.empty()) throw Error("There are no pictures in " + m_name + ".");
    if (m_list.classNames.size() < 2)
      throw Error(m_name + " holds pictures of one class only (" + m_list.classNames[0] +
                  "): a data set has 2 … " + grouped(kMostClasses) + ", each in a folder.");
    sortClasses();
    tellLeftOut();
    return std::move(m_list);
  }

  void sortClasses() {
    std::vector<std::string> names = m_list.classNames;
    std::ranges::sort(names, naturallyBefore);
    std::vector<Label> places(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
      places[m_numbers.at(names[i])] = static_cast<Label>(i);
    for (PictureList::Entry& entry : m_list.entries) entry.label = places[entry.label];
    m_list.classNames = std::move(names);
  }

  void tellLeftOut() {
    const auto tell = [&](const std::string& sentence) { m_list.notes.push_back(sentence); };
    if (m_loose.count > 0)
      tell(counted(m_loose.count, "picture outside of class folders is",
                   "pictures outside of class folders are") +
           " left out, the first is " + m_loose.first + ".");
    if (m_others.count > 0)
      tell(counted(m_others.count, "folder", "folders") +
           " beside those for training and testing " + (m_others.count == 1 ? "is" : "are") +
           " left out, the first is " + m_others.first + ".");
    if (m_nested.count > 0)
      tell(
          "Pictures in folders within class folders are taken to be of that class; the first such "
          "folder is " +
          m_nested.first + ".");
    if (m_again.count > 0)
      tell("Links that lead back to folders of the same class are left out, the first is " +
           m_again.first + ".");
    std::erase_if(m_empty, [&](const std::string& name) { return m_numbers.contains(name); });
    if (!m_empty.empty())
      tell(counted(static_cast<int>(m_empty.size()), "folder without pictures is",
                   "folders without pictures are") +
           " left out, the first is " + *m_empty.begin() + ".");
  }

  const DataReading& m_reading;
  std::string m_name;
  PictureList m_list;
  std::map<std::string, std::size_t> m_numbers;  ///< of the classes, as they were found
  std::set<std::string> m_empty;                 ///< names of class folders
  Counted m_loose;
  Counted m_others;
  Counted m_nested;
  Counted m_again;
};

}  // namespace

bool holdsPictures(const DataPlace& place) {
  constexpr int kMostLooked = 1000;
  constexpr int kMostBelow = 6;
  if (!place.folder) return false;
  std::vector<std::pair<fs::path, int>> todo;  // with how far below
  PictureContent content = pictureContent(place.entries);
  for (int looked = 0, below = 0; looked < kMostLooked; ++looked) {
    if (!content.pictures.empty()) return true;
    if (below < kMostBelow)
      for (const fs::path& folder : content.folders) todo.emplace_back(folder, below + 1);
    if (todo.empty()) return false;
    below = todo.back().second;
    try {
      content = contentOf(todo.back().first);
    } catch (const Error&) {
      content = {};  // one that may not be read
    }
    todo.pop_back();
  }
  return false;
}

PictureList listPictures(const DataPlace& place, const DataReading& reading) {
  return PictureLister(reading).list(place);
}

}  // namespace inkling
