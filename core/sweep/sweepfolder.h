// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/sweep/sweepspec.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace inkling {

/// A sweep.json or best.json that is larger is refused.
inline constexpr std::size_t kMaxSweepFile = 16 << 20;

/// Where a sweep keeps its files. Results of one sweep from several machines merge by copying their
/// folders into one another.
struct SweepFolder {
  std::filesystem::path root;

  std::filesystem::path sweepFile() const { return root / "sweep.json"; }
  std::filesystem::path bestFile() const { return root / "best.json"; }
  std::filesystem::path resultFile(const std::string& id) const {
    return root / "trials" / (id + ".json");
  }
  std::filesystem::path modelFile(const std::string& id) const {
    return root / "models" / (id + ".safetensors");
  }
  std::filesystem::path claimFile(const std::string& id) const { return root / "claims" / id; }

  /// Makes the folders that are not there yet. Throws Error.
  INKLING_CORE_API void create() const;
  /// Remembers which sweep this is, so that the folder can be gone on with alone. Throws Error,
  /// also if there is one of another name.
  INKLING_CORE_API void saveSpec(const SweepSpec& spec) const;
  /// The sweep that was saved. Throws Error if there is none.
  INKLING_CORE_API SweepSpec loadSpec() const;
};

/// Where below `root` the sweep of that name is kept: in the folder of that name, without what
/// leads elsewhere, unless another sweep has it. Every name has its own. Throws Error.
INKLING_CORE_API SweepFolder sweepFolderFor(const std::filesystem::path& root,
                                            const std::string& name);

}  // namespace inkling
