// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sweep/sweeplibrary.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "ui/session/userfiles.h"

#include <algorithm>

namespace inkling::ui {

namespace fs = std::filesystem;

SweepFolder SweepLibrary::folderOf(const SweepSpec& spec) {
  return sweepFolderFor(userPlace("sweeps"), spec.name);
}

void SweepLibrary::load(const fs::path& resources, std::vector<std::string>& problems) {
  m_entries.clear();
  for (SweepSpec& spec : bundledSweeps(resources, problems))
    m_entries.push_back({std::move(spec), false});
  std::vector<Entry> own;
  const auto tryTo = [&problems](const auto& what) {
    try {
      what();
    } catch (const Error& problem) {
      problems.emplace_back(problem.what());
    }
  };
  std::vector<fs::path> places;
  tryTo([&] { places = entriesOf(userPlace("sweeps")); });
  for (const fs::path& place : places) {
    tryTo([&] {
      const SweepFolder folder{place};
      if (!isThere(folder.sweepFile())) return;
      SweepSpec spec = folder.loadSpec();
      if (indexOf(spec.name) < 0) own.push_back({std::move(spec), true});
    });
  }
  std::ranges::sort(own, {}, [](const Entry& entry) { return entry.spec.name; });
  m_entries.insert(m_entries.end(), own.begin(), own.end());
}

int SweepLibrary::indexOf(const std::string& name) const {
  for (std::size_t i = 0; i < m_entries.size(); ++i)
    if (m_entries[i].spec.name == name) return static_cast<int>(i);
  return -1;
}

int SweepLibrary::add(const SweepSpec& given) {
  SweepSpec spec = given;
  // One that comes with Inkling stays what it is, and is not taken for a file of its name.
  for (int number = 2; indexOf(spec.name) >= 0; ++number) {
    const Entry& same = m_entries[static_cast<std::size_t>(indexOf(spec.name))];
    if (same.own || same.spec == spec) break;
    spec.name = given.name + " " + std::to_string(number);
  }
  const int known = indexOf(spec.name);
  if (known >= 0 && !m_entries[static_cast<std::size_t>(known)].own) return known;
  folderOf(spec).saveSpec(spec);
  if (known >= 0) {
    m_entries[static_cast<std::size_t>(known)].spec = spec;
    return known;
  }
  m_entries.push_back({spec, true});
  return static_cast<int>(m_entries.size()) - 1;
}

void SweepLibrary::remove(int index) {
  removeAll(folderOf(m_entries[static_cast<std::size_t>(index)].spec).root);
  m_entries.erase(m_entries.begin() + index);
}

}  // namespace inkling::ui
