// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace inkling {

/// The number of an open file (−1: none), which is closed on every way out.
class Descriptor {
public:
  explicit Descriptor(int number) : m_number(number) {}
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return m_number; }

private:
  int m_number;
};

/// A new file of a random name, ".inkling-<16 hex digits>.new", open for writing and locked; it is
/// removed on every way out, unless it was renamed. Never one that was there before.
class TemporaryFile {
public:
  explicit TemporaryFile(const std::filesystem::path& folder);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  /// −1: it could not be created, errno says why.
  int number() const { return m_file.number(); }
  const std::filesystem::path& path() const { return m_path; }

  /// Removes such files of writers that are no more. Whatever fails is left to the next time.
  static void clearLeftovers(const std::filesystem::path& folder);

private:
  int create(const std::filesystem::path& folder);

  std::filesystem::path m_path;
  Descriptor m_file;
};

}  // namespace inkling
