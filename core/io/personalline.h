// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/personalset.h"

#include <stdexcept>
#include <string>

namespace inkling {

/// A line of a personal set that cannot be read: "line 3: its label is missing or wrong".
class INKLING_CORE_API DamagedLine : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// The highest id that a digit is given; every reader of JSON has it exactly.
inline constexpr long kMostPersonalId = 1L << 53;

/// The first line; it keeps ids from being given again after the last digits were removed.
INKLING_CORE_API std::string personalHeader(long lastId);
/// False if the line is no header. Throws Error, naming `source`, if it is of a newer version.
INKLING_CORE_API bool isPersonalHeader(const std::string& line, const std::string& source);
/// Throws DamagedLine, beginning with `place`.
INKLING_CORE_API long personalHeaderLastId(const std::string& line, const std::string& place);

INKLING_CORE_API std::string personalLine(const PersonalDigit& digit);
/// Throws DamagedLine, beginning with `place`.
INKLING_CORE_API PersonalDigit parsePersonalLine(const std::string& line, const std::string& place);

}  // namespace inkling
