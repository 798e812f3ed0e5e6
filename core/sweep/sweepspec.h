// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/recipe/recipe.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace inkling {

/// One thing that is varied: a name for people and the recipe fields that it sets together, by
/// their paths as for setField().
struct SweepAxis {
  std::string name;
  std::vector<std::string> fields;
  /// Value by value what each of the fields is set to; one text stands for all of the fields.
  std::vector<std::vector<std::string>> values;
  double low = 0;  ///< random search without values: drawn from low … high
  double high = 0;
  bool logarithmic = false;  ///< drawn evenly over the magnitudes instead
  bool integer = false;      ///< rounded
  bool operator==(const SweepAxis&) const = default;
};

/// One trial of an explicit list.
struct ListedTrial {
  std::map<std::string, std::string> at;   ///< value by axis name, for every axis
  std::vector<PublishedFigure> published;  ///< what others measured for it
  bool operator==(const ListedTrial&) const = default;
};

/// Which trials are measured on the test set, once each, when all is done.
enum class SweepTest {
  Best,  ///< only the setting that validation chose
  All,   ///< every trial, to compare with published tables; nothing is chosen by it
};

/// A sweep over recipe fields: the grid of all axes' values, or a random search, or a list.
struct SweepSpec {
  std::string name = "untitled";
  std::map<std::string, std::string> title;   ///< by language
  std::map<std::string, std::string> lesson;  ///< what it shows
  Recipe base;
  std::vector<std::pair<std::string, std::string>> set;  ///< changes to the base, in their order
  std::vector<SweepAxis> axes;
  int randomCount = 0;  ///< above 0: so many draws instead of the grid
  std::uint64_t randomSeed = 1;
  std::vector<ListedTrial> trials;   ///< not empty: these instead of the grid
  std::vector<std::uint64_t> seeds;  ///< every setting once with each; empty: the base's seed
  int earlyStopping = -1;            ///< patience in epochs, 0: off, −1: as the base says
  SweepTest test = SweepTest::Best;
  bool operator==(const SweepSpec&) const = default;
};

/// Reads the JSON text of a sweep of this or an older format; its recipe may be the name of a
/// bundled one, a file or an object. Throws Error, naming the field, the value and what is allowed.
INKLING_CORE_API SweepSpec sweepFromJson(const std::string& text, const std::string& source,
                                         const std::filesystem::path& resources);

/// The sweep as JSON with the whole recipe in it: it needs no other file.
INKLING_CORE_API std::string toJson(const SweepSpec& spec);

/// Reads a sweep file of at most 16 MiB. Throws Error.
INKLING_CORE_API SweepSpec loadSweep(const std::filesystem::path& file,
                                     const std::filesystem::path& resources);

/// The sweeps below `resources`/sweeps, by name. One that cannot be used is left out and named in
/// `problems`.
INKLING_CORE_API std::vector<SweepSpec> bundledSweeps(const std::filesystem::path& resources,
                                                      std::vector<std::string>& problems);

/// The bundled sweep of that name, or else the file of that path. Throws Error, listing the names.
INKLING_CORE_API SweepSpec findSweep(const std::string& nameOrFile,
                                     const std::filesystem::path& resources);

}  // namespace inkling
