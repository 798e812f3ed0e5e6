// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/numbertype.h"
#include "core/data/npyarray.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace inkling {

/// Where an array of NumPy's stands: in a .npy file, or as a member of a .npz archive.
struct ArrayPlace {
  std::filesystem::path file;
  std::string member;  ///< "x_train.npy"; empty: the file is the array

  bool empty() const { return file.empty(); }
  /// For messages: "mnist.npz: x_train".
  std::string text() const;
};

/// The arrays of a .npz archive; members with other names than "….npy" are left out. Throws Error.
INKLING_CORE_API std::vector<ArrayPlace> arraysIn(const std::filesystem::path& archive);

/// The values of an array, as they stand in the file, from the first on.
class INKLING_CORE_API ArrayReader {
public:
  /// Reads the header, and checks that there are as many bytes behind it as it says. Throws Error.
  explicit ArrayReader(const ArrayPlace& place);
  ~ArrayReader();
  ArrayReader(const ArrayReader&) = delete;
  ArrayReader& operator=(const ArrayReader&) = delete;

  const std::string& name() const { return m_name; }
  const NpyHeader& header() const { return m_header; }
  std::uint64_t count() const { return m_count; }  ///< of values
  std::size_t bytesOfValue() const { return m_width; }
  /// Throws Error if the values are no numbers.
  NumberType numberType() const;
  /// Whether the values are bytes, which readBytes() gives.
  bool isBytes() const;

  /// The next values, as many as there is room for; there must be so many. Throw Error if the file
  /// is damaged.
  void readFloats(std::span<float> out);
  void readBytes(std::span<char> out);

private:
  class Source;

  std::string m_name;
  std::unique_ptr<Source> m_source;
  NpyHeader m_header;
  std::uint64_t m_count = 0;
  std::size_t m_width = 0;  ///< bytes of a value
};

}  // namespace inkling
