// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace inkling {

// Zip archives (PKWARE's APPNOTE.TXT, with the sizes of 64 bits), stored or deflated.

/// What the directory of an archive says of a member. Its name is a name, never a path.
struct ZipMember {
  std::string name;
  std::uint16_t flags = 0;
  std::uint16_t method = 0;  ///< 0: stored, 8: deflated
  std::uint32_t crc = 0;
  std::uint64_t packed = 0;  ///< bytes in the archive
  std::uint64_t size = 0;    ///< bytes when unpacked
  std::uint64_t offset = 0;
};

/// The members of an archive, each unpacked when it is asked for.
class INKLING_CORE_API ZipArchive {
public:
  /// Read the directory, of at most 4,096 members. Throw Error.
  explicit ZipArchive(const std::filesystem::path& file);
  /// An archive in memory, which must stay there; `source` names it in messages.
  ZipArchive(std::span<const char> bytes, std::string source);
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  const std::string& source() const { return m_source; }
  const std::vector<ZipMember>& members() const { return m_members; }
  /// All bytes of a member. Its size, its checksum and that there is memory are checked. Throws
  /// Error.
  std::vector<char> contents(const ZipMember& member) const;

private:
  friend class ZipMemberReader;
  using ReadAt = std::function<void(std::uint64_t at, std::span<char> out)>;

  struct Directory {
    std::uint64_t count = 0;
    std::uint64_t offset = 0;
  };

  void readMembers();
  std::uint64_t findEnd() const;
  Directory directoryAt(std::uint64_t end) const;
  ZipMember memberAt(std::uint64_t& at) const;
  void readLongSizes(ZipMember& member, std::span<const char> extra) const;
  std::vector<char> recordAt(std::uint64_t at, std::size_t size, std::uint32_t signature) const;
  void requireBytes(std::uint64_t at, std::uint64_t count) const;
  [[noreturn]] void fail(const std::string& why) const;

  std::string m_source;
  std::uint64_t m_size = 0;
  ReadAt m_readAt;
  std::vector<ZipMember> m_members;
};

/// The bytes of one member, unpacked as they are asked for.
class INKLING_CORE_API ZipMemberReader {
public:
  /// The archive must outlive it. Throws Error if the member cannot be what the directory says.
  ZipMemberReader(const ZipArchive& archive, const ZipMember& member);
  ~ZipMemberReader();
  ZipMemberReader(const ZipMemberReader&) = delete;
  ZipMemberReader& operator=(const ZipMemberReader&) = delete;

  /// Fills `out`; returns less than its size only at the end. Throws Error if the data are damaged,
  /// with the last bytes too if their checksum is wrong.
  std::size_t read(std::span<char> out);

private:
  class Inflater;

  void readPacked(std::span<char> out);

  const ZipArchive& m_archive;
  ZipMember m_member;
  std::uint64_t m_at = 0;      ///< of the next packed byte in the archive
  std::uint64_t m_packed = 0;  ///< bytes that are left of those
  std::uint64_t m_left = 0;    ///< unpacked bytes that have not been given
  std::uint32_t m_crc = 0;
  std::unique_ptr<Inflater> m_inflater;  ///< null: it is stored
};

}  // namespace inkling
