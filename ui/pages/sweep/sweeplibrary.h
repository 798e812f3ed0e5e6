// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweepfolder.h"

#include <string>
#include <vector>

namespace inkling::ui {

/// The sweeps of this machine: the bundled ones, and the user's own, which lie with their results
/// among the user's data.
class SweepLibrary {
public:
  struct Entry {
    SweepSpec spec;
    bool own = false;  ///< may be removed
  };

  /// Reads all again; what cannot be used is left out and named in `problems`.
  void load(const std::filesystem::path& resources, std::vector<std::string>& problems);
  const std::vector<Entry>& entries() const { return m_entries; }
  int indexOf(const std::string& name) const;  ///< −1: none

  /// Keeps a sweep among the user's own, in the place of one of that name. Throws Error.
  int add(const SweepSpec& spec);
  /// With its results and models. Throws Error.
  void remove(int index);

  /// Where a sweep's results are kept.
  static SweepFolder folderOf(const SweepSpec& spec);

private:
  std::vector<Entry> m_entries;
};

}  // namespace inkling::ui
