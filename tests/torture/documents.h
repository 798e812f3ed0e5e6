// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>

namespace inkling::torture {

/// Something that Inkling saves, in two versions that anybody can tell apart.
struct Document {
  const char* name;
  /// Saves version 0 or 1 below `folder`, which is there. Of what grows (a history, digits), one
  /// more entry of that version. Nothing is read or written before. Throws Error.
  void (*save)(const std::filesystem::path& folder, int version);
};

std::span<const Document> documents();

}  // namespace inkling::torture
