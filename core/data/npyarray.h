// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace inkling {

// NumPy's format of one array (numpy.lib.format): a header, a dictionary in Python's notation, and
// the values.

struct NpyHeader {
  std::string type;           ///< NumPy's name: "<f4", "|u1"
  bool fortranOrder = false;  ///< the first index runs fastest
  std::vector<int> shape;     ///< of at most 8 extents
};

/// Versions 1 to 3, of Python 2 and 3; `bytes` is left with the values behind the header. Throws
/// Error; `source` names the array in it.
INKLING_CORE_API NpyHeader takeNpyHeader(std::span<const char>& bytes, const std::string& source);

/// Fills the bytes it is given; returns less than their number only at the end.
using ReadBytes = std::function<std::size_t(std::span<char>)>;

/// The same from what is read as it is needed: the values come next. At most 64 KiB.
INKLING_CORE_API NpyHeader readNpyHeader(const ReadBytes& read, const std::string& source);

/// What stands before the values of an array in C order, of version 1.0; they begin at a multiple
/// of 64 bytes.
INKLING_CORE_API std::string npyStart(const std::string& type, const std::vector<int>& shape);

/// Throws Error: "… is not a usable NumPy array: …".
[[noreturn]] INKLING_CORE_API void refuseNpy(const std::string& source, const std::string& why);

}  // namespace inkling
