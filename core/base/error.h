// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <stdexcept>
#include <string>

namespace inkling {

/// The one exception of core. Its text is a sentence a user can read: what happened, where (file,
/// offset), what was expected and what was found. Caught in the worker body, in load and save
/// actions and in the command line's main.
class INKLING_CORE_API Error : public std::runtime_error {
public:
  explicit Error(const std::string& sentence) : std::runtime_error(sentence) {}
};

/// The file is not damaged, this program is too old for it: it must not be written again.
class INKLING_CORE_API NewerFormat final : public Error {
public:
  /// `what` has the format `found`, of which this program reads up to `known`.
  NewerFormat(const std::string& source, const std::string& what, const std::string& found,
              int known)
      : Error(source + " was written by a newer Inkling: " + what + " " + found +
              ", this program reads up to " + std::to_string(known) + ".") {}
};

}  // namespace inkling
