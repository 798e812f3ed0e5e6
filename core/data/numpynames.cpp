// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/numpynames.h"

#include "core/base/filetype.h"
#include "core/data/dataplace.h"
#include "core/data/partname.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace inkling {
namespace {

constexpr std::string_view kFullScale = "full_scale";

/// Fills the places of a set with the arrays whose names say that they are meant, those that say
/// most first.
class NumpySetBuilder {
public:
  explicit NumpySetBuilder(std::string stem) { m_files.stem = std::move(stem); }

  void add(const ArrayPlace& array, const std::string& text) {
    if (text == kFullScale) {
      m_files.fullScale = array;
      return;
    }
    const PartName name = partNameOf(text);
    if (name.kind == PartName::Kind::ClassNames) {
      if (name.stem.empty()) m_files.classNames = array;
      return;
    }
    const bool images = name.kind == PartName::Kind::Images;
    if (name.kind == PartName::Kind::Unsaid) {
      m_files.others.push_back(text);
    } else if (name.part == PartName::Part::Validation) {
      m_files.leftOut.push_back(text);
    } else if (name.part == PartName::Part::Test) {
      put(images ? m_files.testImages : m_files.testLabels, m_ranks[images ? 2 : 3], array,
          name.rank);
    } else {
      constexpr int kUnsaid = 100;
      const int rank = name.rank + (name.part == PartName::Part::Unsaid ? kUnsaid : 0);
      put(images ? m_files.trainImages : m_files.trainLabels, m_ranks[images ? 0 : 1], array, rank);
    }
  }

  /// Test images alone are to train on.
  NumpyFiles take() {
    if (m_files.trainImages.empty() && m_files.trainLabels.empty()) {
      std::swap(m_files.trainImages, m_files.testImages);
      std::swap(m_files.trainLabels, m_files.testLabels);
    }
    return std::move(m_files);
  }

private:
  static void put(ArrayPlace& place, int& rank, const ArrayPlace& array, int ownRank) {
    if (!place.empty() && rank <= ownRank) return;
    place = array;
    rank = ownRank;
  }

  NumpyFiles m_files;
  std::array<int, 4> m_ranks{};
};

std::string withoutEnding(const std::string& member) { return member.substr(0, member.rfind('.')); }

}  // namespace

const std::filesystem::path& NumpyFiles::file() const {
  if (!archive.empty()) return archive;
  for (const ArrayPlace* place : {&trainImages, &trainLabels, &testImages})
    if (!place->empty()) return place->file;
  return testLabels.file;
}

std::vector<NumpyFiles> findNumpySets(const std::vector<std::filesystem::path>& files) {
  std::vector<NumpyFiles> sets;
  std::map<std::string, NumpySetBuilder> loose;
  const auto addLoose = [&](const ArrayPlace& array) {
    const std::string name = array.file.filename().string();
    const std::string stem = partNameOf(name).stem;
    loose.try_emplace(stem, stem).first->second.add(array, name);
  };
  for (const std::filesystem::path& file : files) {
    if (typeOf(headOf(file)) == kNpyType) {
      addLoose({file, {}});
      continue;
    }
    const std::vector<ArrayPlace> arrays = arraysIn(file);
    if (arrays.size() == 1) {
      addLoose(arrays.front());
      continue;
    }
    NumpySetBuilder set(partNameOf(file.filename().string()).stem);
    for (const ArrayPlace& array : arrays) set.add(array, withoutEnding(array.member));
    sets.push_back(set.take());
    sets.back().archive = file;
  }
  for (auto& [stem, builder] : loose) sets.push_back(builder.take());
  if (std::ranges::any_of(sets, &NumpyFiles::complete))
    std::erase_if(sets, [](const NumpyFiles& set) { return !set.complete(); });
  return sets;
}

}  // namespace inkling
