// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/ziparchive.h"

#include <initializer_list>
#include <span>
#include <string>
#include <vector>

namespace inkling {

/// Makes a zip archive of stored members, without times: equal members give equal bytes.
class ZipWriter {
public:
  /// A member of these bytes, one part after the other. Throws Error above 2 GiB.
  void add(const std::string& name, std::initializer_list<std::span<const char>> parts);
  /// The archive; the writer is empty afterwards.
  std::vector<char> finish();

private:
  std::vector<char> m_bytes;
  std::vector<ZipMember> m_members;
};

}  // namespace inkling
