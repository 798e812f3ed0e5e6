// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace inkling {

/// The names in classes.txt, one a line, in UTF-8; none if the folder has no such file. Throws
/// Error unless they are 2 … 1,000.
INKLING_CORE_API std::vector<std::string> classNamesIn(const std::filesystem::path& folder);

/// The names in a file of that kind, called otherwise.
INKLING_CORE_API std::vector<std::string> namesInFile(const std::filesystem::path& file);

/// Are these digits, "0", "1", … in their order, ten at most?
INKLING_CORE_API bool areDigits(std::span<const std::string> classNames);

/// "0", "1", …
INKLING_CORE_API std::vector<std::string> numberNames(int count);

/// A set that is known by the name of its folder: "fashion-mnist".
struct KnownSet {
  const char* name;
  const char* title;
  std::vector<std::string> classNames;
};
/// Null if it is not known.
INKLING_CORE_API const KnownSet* knownSet(const std::string& name);

}  // namespace inkling
