// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace inkling {

/// The bytes of a file, read as they are asked for and inflated on the way if it is gzip: a small
/// file cannot fill the memory, and a large one is never there twice.
class INKLING_CORE_API ByteSource {
public:
  /// Throws Error if the file cannot be read.
  explicit ByteSource(const std::filesystem::path& file);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Fills `out`; returns less than its size only at the end. Throws Error if the compressed data
  /// are damaged, or if something other than zeros stands
  /// behind them.
  std::size_t read(std::span<std::uint8_t> out);

  /// The most bytes that all of the file can yield: its size, or what deflate can make of it at
  /// best (1032 to 1).
  std::uint64_t bound() const;
  /// How much of the file has been read, 0 … 1.
  double share() const;
  /// Whether bound() is exact.
  bool isRaw() const;

private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inkling
